import type { Reading } from "../../../engine/reading";
import { Ec2Instance, LaunchConfiguration, LaunchTemplate } from "../../../facts/resource-types";
import { type Handed, surface } from "../handed";

const INSTEAD =
	"Let the instance read the value from Secrets Manager or Parameter Store at start, with the rights of its instance profile.";

export const ec2Instance = surface(Ec2Instance, (instance) => [
	...userData(instance.read("userData")),
	...userData(instance.read("userDataBase64")),
]);

export const launchTemplate = surface(LaunchTemplate, (template) => userData(template.read("userData")));

export const launchConfiguration = surface(LaunchConfiguration, (configuration) => [
	...userData(configuration.read("userData")),
	...userData(configuration.read("userDataBase64")),
]);

function userData(value: Reading): readonly Handed[] {
	return value.isAbsent ? [] : [{ how: "text", value, to: "the user data", instead: INSTEAD }];
}
