import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { Ec2Instance, LaunchTemplate } from "../../../facts/resource-types";
import { type InjectedValue, variablesIn, workload } from "../injected-values";

const FIX = "Remove the tag: everyone who can list instances can read it.";

export const instanceTags = workload(Ec2Instance, (instance) => tagValues(instance.read("tags")));

export const launchTemplateTags = workload(LaunchTemplate, (template) => {
	const specifications = template.read("tagSpecifications");
	if (specifications.isUnknown) return [{ kind: "unknown", verdict: undetermined(specifications) }];
	return specifications.items.flatMap((specification) => tagValues((specification as Reading).read("tags")));
});

function tagValues(tags: Reading): readonly InjectedValue[] {
	return tags.isUnknown ? [{ kind: "unknown", verdict: undetermined(tags) }] : variablesIn(tags, "the tags", FIX);
}
