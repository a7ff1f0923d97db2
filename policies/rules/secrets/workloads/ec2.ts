import type { Reading } from "../../../engine/reading";
import { Ec2Instance, LaunchConfiguration, LaunchTemplate } from "../../../facts/resource-types";
import { type InjectedValue, workload } from "../injected-values";

const FIX = "Let the instance read the value from Secrets Manager or Parameter Store at startup, with its instance profile.";
export const ec2Instance = workload(Ec2Instance, (instance) => [
	...userData(instance.read("userData")),
	...userData(instance.read("userDataBase64")),
]);

export const launchTemplate = workload(LaunchTemplate, (template) => userData(template.read("userData")));

export const launchConfiguration = workload(LaunchConfiguration, (configuration) => [
	...userData(configuration.read("userData")),
	...userData(configuration.read("userDataBase64")),
]);

function userData(value: Reading): readonly InjectedValue[] {
	return value.isAbsent ? [] : [{ kind: "script", value, recipient: "the user data", fix: FIX }];
}
