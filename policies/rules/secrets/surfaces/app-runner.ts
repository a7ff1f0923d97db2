import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { AppRunnerService } from "../../../facts/resource-types";
import { commandIn, type Handed, pointersIn, surface, variablesIn } from "../handed";

const INSTEAD = "Keep the value in Secrets Manager or in an SSM SecureString, and name its ARN in runtimeEnvironmentSecrets.";

export const appRunnerService = surface(AppRunnerService, (service) => {
	const source = service.read("sourceConfiguration");
	return [
		...ofConfiguration(source.read("imageRepository").read("imageConfiguration")),
		...ofConfiguration(source.read("codeRepository").read("codeConfiguration").read("codeConfigurationValues")),
	];
});

function ofConfiguration(configuration: Reading): readonly Handed[] {
	if (configuration.isUnknown) return [{ how: "hidden", verdict: undetermined(configuration) }];
	const variables = configuration.read("runtimeEnvironmentVariables");
	const secrets = configuration.read("runtimeEnvironmentSecrets");
	return [
		...[variables, secrets].filter((each) => each.isUnknown).map((each): Handed => ({ how: "hidden", verdict: undetermined(each) })),
		...variablesIn(variables, "the service", INSTEAD),
		...pointersIn(secrets),
		...commandIn(configuration.read("startCommand"), "the start command", INSTEAD),
		...commandIn(configuration.read("buildCommand"), "the build command", INSTEAD),
	];
}
