import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Kind, Resource } from "../../engine/resource";
import { AppConfigEnvironment, AutoScalingGroup, CompositeAlarm, DeploymentGroup, EcsService, HealthCheck } from "../../facts/kinds";
import { mentions } from "./names";

/** What acts on an alarm by itself, and the property that names the alarm. */
const USERS: readonly (readonly [kind: Kind, property: string])[] = [
	[CompositeAlarm, "alarmRule"],
	[CompositeAlarm, "actionsSuppressor"],
	[EcsService, "alarms"],
	[DeploymentGroup, "alarmConfiguration"],
	[AppConfigEnvironment, "monitors"],
	[HealthCheck, "cloudwatchAlarmName"],
	[AutoScalingGroup, "instanceRefresh"],
];

/** A resource of the stack that acts on an alarm; `maybe` with what would have to be known to tell. */
export function userOf(
	alarm: Resource,
	graph: ResourceGraph,
): { readonly used: "yes" } | { readonly used: "maybe"; readonly open: Reading } | undefined {
	let open: Reading | undefined;
	for (const [kind, property] of USERS) {
		for (const user of graph.all(kind)) {
			const reading = user.inputs.read(property);
			const used = usedIn(user, reading, alarm, graph);
			if (used === "yes") return { used };
			if (used === "maybe") open ??= reading;
		}
	}
	return open && { used: "maybe", open };
}

/** Whether a property of another resource names an alarm, anywhere in it. */
export function usedIn(user: Resource, reading: Reading, alarm: Resource, graph: ResourceGraph): "yes" | "no" | "maybe" {
	if (user.urn === alarm.urn) return "no";
	if (reading.leaves.some((leaf) => leaf.text !== undefined && mentions(leaf.text, alarm))) return "yes";
	if (!reading.hasUnknown) return !reading.isAbsent && hasUnseenName(alarm) ? "maybe" : "no";
	const link = graph.follow(user, reading, { label: alarm.type, tokens: [alarm.type] });
	if (link.resources.some((each) => each.urn === alarm.urn)) return "yes";
	return link.state === "unknown" ? "maybe" : "no";
}

/** A name that Pulumi makes up is written nowhere by hand; one that is computed may be. */
function hasUnseenName({ inputs }: Resource): boolean {
	return inputs.read("name").isUnknown || inputs.read("alarmName").isUnknown;
}
