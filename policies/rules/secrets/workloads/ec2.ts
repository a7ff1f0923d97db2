import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { Ec2Instance, LaunchConfiguration, LaunchTemplate } from "../../../facts/resource-types";
import { type InjectedValue, variablesIn, workload } from "../injected-values";

const FIX = "Let the instance read the value from Secrets Manager or Parameter Store at startup, with its instance profile.";
const TAGS_FIX = "Remove the tag: everyone who can list instances can read it.";

export const ec2Instance = workload(Ec2Instance, (instance) => [
	...userData(instance.read("userData")),
	...userData(instance.read("userDataBase64")),
	...tagValues(instance.read("tags")),
]);

export const launchTemplate = workload(LaunchTemplate, (template) => [
	...userData(template.read("userData")),
	...tagSpecifications(template.read("tagSpecifications")),
]);

export const launchConfiguration = workload(LaunchConfiguration, (configuration) => [
	...userData(configuration.read("userData")),
	...userData(configuration.read("userDataBase64")),
]);

function userData(value: Reading): readonly InjectedValue[] {
	return value.isAbsent ? [] : [{ kind: "script", value, recipient: "the user data", fix: FIX }];
}

function tagSpecifications(specifications: Reading): readonly InjectedValue[] {
	if (specifications.isUnknown) return [{ kind: "unknown", verdict: undetermined(specifications) }];
	return specifications.items.flatMap((specification) => tagValues((specification as Reading).read("tags")));
}

function tagValues(tags: Reading): readonly InjectedValue[] {
	return tags.isUnknown ? [{ kind: "unknown", verdict: undetermined(tags) }] : variablesIn(tags, "the tags", TAGS_FIX);
}
