import type { ResourceGraph } from "../../engine/graph";
import { groupBy } from "../../engine/group-by";
import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import {
	AppConfigEnvironment,
	AutoScalingGroup,
	CompositeAlarm,
	DeploymentGroup,
	EcsService,
	FaultExperiment,
	HealthCheck,
	MetricAlarm,
} from "../../facts/resource-types";
import { askedIn } from "./alarm-rule";
import { mentions, physicalNames } from "./names";

const ALARM_RULE = "alarmRule";

/** What acts on an alarm by itself, and the property that names the alarm. */
const USERS: readonly (readonly [kind: ResourceType, property: string])[] = [
	[CompositeAlarm, ALARM_RULE],
	[CompositeAlarm, "actionsSuppressor"],
	[EcsService, "alarms"],
	[DeploymentGroup, "alarmConfiguration"],
	[AppConfigEnvironment, "monitors"],
	[HealthCheck, "cloudwatchAlarmName"],
	[AutoScalingGroup, "instanceRefresh"],
	[FaultExperiment, "stopConditions"],
];

type Rings = "yes" | "no" | "unseen";

/** A property that names an alarm, or may. */
export interface Use {
	readonly user: Resource;
	readonly reading: Reading;
	/** Whether a composite alarm's rule rings by the alarm; `unseen` where its text is not known. */
	readonly rings: Rings;
}

interface Users {
	/** By the alarm's URN. */
	readonly certain: ReadonlyMap<string, readonly Use[]>;
	/** Those of which it is not known what they name, by the type of alarm that it may be. */
	readonly open: ReadonlyMap<string, readonly Use[]>;
	/** Those that name things by hand. */
	readonly written: readonly Use[];
}

/** Who uses which alarm: worked out once for all alarms, by the words of their names. */
function usersIn(graph: ResourceGraph): Users {
	const alarms = [MetricAlarm, CompositeAlarm].flatMap((kind): readonly Resource[] => graph.all(kind));
	const byName = groupBy(alarms, physicalNames);
	const byWord = groupBy([...byName.keys()], (name) => [lastWord(name)]);
	const certain = new Map<string, Use[]>();
	const open = new Map<string, Use[]>();
	const written: Use[] = [];
	for (const [kind, property] of USERS) {
		for (const user of graph.all(kind)) {
			const reading = user.inputs.read(property);
			const { leaves } = reading;
			const texts = leaves.flatMap((leaf) => leaf.text ?? []);
			const rule = property === ALARM_RULE ? askedIn(texts.join()) : [];
			const found = new Map<Resource, Rings>();
			const sources = (user.data.propertyDependencies?.[property] ?? []).flatMap((urn) => graph.find(urn) ?? []);
			const words = new Set(["", ...texts.flatMap((text) => wordsOf(text))]);
			for (const name of [...words].flatMap((word) => byWord.get(word) ?? [])) {
				if (!texts.some((text) => mentions(text, [name]))) continue;
				const asked = rule.filter(({ of }) => mentions(of, [name]));
				const rings = asked.length === 0 || asked.some((each) => each.rings) ? "yes" : "no";
				// An ARN says where the alarm is, and a health check says it in a property of its own.
				const isRegional = !name.startsWith("arn:") && !user.is(HealthCheck);
				const { target, isAmbiguous } = graph.resolveName(user, byName.get(name) ?? [], isRegional, sources);
				if (target) found.set(target, found.get(target) === "yes" ? "yes" : rings);
				else if (isAmbiguous) for (const alarm of byName.get(name) ?? []) if (!found.has(alarm)) found.set(alarm, "unseen");
			}
			const unknown = leaves.some((leaf) => leaf.isUnknown);
			for (const { tokens, label } of unknown ? [MetricAlarm, CompositeAlarm] : []) {
				const link = graph.follow(user, reading, { label, tokens });
				for (const alarm of link.resources) if (!found.has(alarm)) found.set(alarm, "unseen");
				if (link.state === "unknown") for (const token of tokens) add(open, token, { user, reading, rings: "unseen" });
			}
			if (!unknown && texts.length > 0) written.push({ user, reading, rings: "unseen" });
			for (const [alarm, rings] of found) if (alarm.urn !== user.urn) add(certain, alarm.urn, { user, reading, rings });
		}
	}
	return { certain, open, written };
}

/** What uses an alarm for certain, and something that may: what would have to be known to tell. */
export function usesOf(alarm: Resource, graph: ResourceGraph): { readonly certain: readonly Use[]; readonly open: Iterable<Use> } {
	const { certain, open, written } = graph.memoize(usersIn);
	const maybe = hasUnseenName(alarm) ? [open.get(alarm.type) ?? [], written] : [open.get(alarm.type) ?? []];
	return { certain: certain.get(alarm.urn) ?? [], open: others(alarm, maybe) };
}

function* others(alarm: Resource, lists: readonly (readonly Use[])[]): Iterable<Use> {
	for (const list of lists) for (const use of list) if (use.user.urn !== alarm.urn) yield use;
}

/** A resource of the stack that acts on an alarm; `maybe` with what would have to be known to tell. */
export function userOf(
	alarm: Resource,
	graph: ResourceGraph,
): { readonly used: "yes" } | { readonly used: "maybe"; readonly open: Reading } | undefined {
	const { certain, open } = usesOf(alarm, graph);
	if (certain.length > 0) return { used: "yes" };
	for (const { reading } of open) return { used: "maybe", open: reading };
	return undefined;
}

/** The composite alarms that are made of an alarm, and one that may be. */
export function compositesOf(alarm: Resource, graph: ResourceGraph) {
	const { certain, open } = usesOf(alarm, graph);
	const isRule = ({ reading }: Use) => reading.path === ALARM_RULE;
	let maybe: Use | undefined;
	for (const use of open) {
		if (isRule(use)) {
			maybe = use;
			break;
		}
	}
	return { certain: certain.filter(isRule), maybe };
}

function wordsOf(text: string): readonly string[] {
	return text.match(/[\w./-]+/g) ?? [];
}

function lastWord(name: string): string {
	return wordsOf(name).at(-1) ?? "";
}

function add(map: Map<string, Use[]>, key: string, use: Use): void {
	const uses = map.get(key);
	if (uses) uses.push(use);
	else map.set(key, [use]);
}

/** A name that Pulumi makes up is written nowhere by hand; one that is computed may be. */
function hasUnseenName({ inputs }: Resource): boolean {
	return inputs.read("name").isUnknown || inputs.read("alarmName").isUnknown;
}
