import { AuthMonitoring, outputsOf } from "./auth-monitoring";
import { optionsFromConfig, orStop } from "./config";

export = outputsOf(
	new AuthMonitoring(
		"monitoring",
		orStop(() => optionsFromConfig()),
	),
);
