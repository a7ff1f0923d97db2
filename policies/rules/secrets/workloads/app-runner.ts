import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { AppRunnerService } from "../../../facts/resource-types";
import { commandValues, type InjectedValue, referencesIn, variablesIn, workload } from "../injected-values";

const FIX = "Store the value in Secrets Manager or in an SSM SecureString, and set its ARN in runtimeEnvironmentSecrets.";

export const appRunnerService = workload(AppRunnerService, (service) => {
	const source = service.read("sourceConfiguration");
	return [
		...ofConfiguration(source.read("imageRepository").read("imageConfiguration")),
		...ofConfiguration(source.read("codeRepository").read("codeConfiguration").read("codeConfigurationValues")),
	];
});

function ofConfiguration(configuration: Reading): readonly InjectedValue[] {
	if (configuration.isUnknown) return [{ kind: "unknown", verdict: undetermined(configuration) }];
	const variables = configuration.read("runtimeEnvironmentVariables");
	const secrets = configuration.read("runtimeEnvironmentSecrets");
	return [
		...[variables, secrets]
			.filter((each) => each.isUnknown)
			.map((each): InjectedValue => ({ kind: "unknown", verdict: undetermined(each) })),
		...variablesIn(variables, "the service", FIX),
		...referencesIn(secrets),
		...commandValues(configuration.read("startCommand"), "the start command", FIX),
		...commandValues(configuration.read("buildCommand"), "the build command", FIX),
	];
}
