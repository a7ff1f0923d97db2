import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Kind, Resource } from "../../engine/resource";
import {
	AppConfigEnvironment,
	AutoScalingGroup,
	CompositeAlarm,
	DeploymentGroup,
	EcsService,
	FaultExperiment,
	HealthCheck,
} from "../../facts/kinds";
import { mentions, physicalNames } from "./names";

/** What acts on an alarm by itself, and the property that names the alarm. */
const USERS: readonly (readonly [kind: Kind, property: string])[] = [
	[CompositeAlarm, "alarmRule"],
	[CompositeAlarm, "actionsSuppressor"],
	[EcsService, "alarms"],
	[DeploymentGroup, "alarmConfiguration"],
	[AppConfigEnvironment, "monitors"],
	[HealthCheck, "cloudwatchAlarmName"],
	[AutoScalingGroup, "instanceRefresh"],
	[FaultExperiment, "stopConditions"],
];

/** A property that may name alarms, with what is known of it. */
interface Naming {
	readonly user: Resource;
	readonly reading: Reading;
	readonly texts: readonly string[];
	readonly hasUnknown: boolean;
}

function namingOf(user: Resource, reading: Reading): Naming {
	const { leaves } = reading;
	const texts = leaves.flatMap((leaf) => (leaf.text === undefined ? [] : [leaf.text]));
	return { user, reading, texts, hasUnknown: leaves.some((leaf) => leaf.isUnknown) };
}

function namings(graph: ResourceGraph): readonly Naming[] {
	const all = USERS.flatMap(([kind, property]) => graph.all(kind).map((user) => namingOf(user, user.inputs.read(property))));
	return all.filter(({ reading }) => !reading.isAbsent);
}

/** A resource of the stack that acts on an alarm; `maybe` with what would have to be known to tell. */
export function userOf(
	alarm: Resource,
	graph: ResourceGraph,
): { readonly used: "yes" } | { readonly used: "maybe"; readonly open: Reading } | undefined {
	const names = physicalNames(alarm);
	let open: Reading | undefined;
	for (const naming of graph.derive(namings)) {
		const used = namesAlarm(naming, alarm, names, graph);
		if (used === "yes") return { used };
		if (used === "maybe") open ??= naming.reading;
	}
	return open && { used: "maybe", open };
}

/** Whether a property of another resource names an alarm, anywhere in it. */
export function usedIn(user: Resource, reading: Reading, alarm: Resource, graph: ResourceGraph): "yes" | "no" | "maybe" {
	return namesAlarm(namingOf(user, reading), alarm, physicalNames(alarm), graph);
}

function namesAlarm({ user, reading, texts, hasUnknown }: Naming, alarm: Resource, names: readonly string[], graph: ResourceGraph) {
	if (user.urn === alarm.urn) return "no";
	if (texts.some((text) => mentions(text, names))) return "yes";
	if (!hasUnknown) return texts.length > 0 && hasUnseenName(alarm) ? "maybe" : "no";
	const link = graph.follow(user, reading, { label: alarm.type, tokens: [alarm.type] });
	if (link.resources.some((each) => each.urn === alarm.urn)) return "yes";
	return link.state === "unknown" ? "maybe" : "no";
}

/** A name that Pulumi makes up is written nowhere by hand; one that is computed may be. */
function hasUnseenName({ inputs }: Resource): boolean {
	return inputs.read("name").isUnknown || inputs.read("alarmName").isUnknown;
}
