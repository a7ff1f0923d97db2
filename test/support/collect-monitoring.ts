import { AuthMonitoring } from "../../stacks/monitoring/auth-monitoring";
import type { AuthMonitoringArgs } from "../../stacks/monitoring/options";
import { collect, type Form } from "./collected";

/** What a monitoring with these options registers. */
export function collectMonitoring(args: AuthMonitoringArgs, form: Form) {
	return collect(() => {
		new AuthMonitoring("monitoring", args);
	}, form);
}
