import type { ResourceGraph } from "../../../engine/graph";
import { groupBy } from "../../../engine/group-by";
import type { Reading } from "../../../engine/reading";
import type { Resource, ResourceType } from "../../../engine/resource";
import {
	AppConfigEnvironment,
	AutoScalingGroup,
	CompositeAlarm,
	DeploymentGroup,
	EcsService,
	FaultExperiment,
	HealthCheck,
	MetricAlarm,
} from "../../../facts/resource-types";
import { mentions, physicalNames } from "../names";
import { conditionsIn } from "./alarm-rule";

const ALARM_RULE = "alarmRule";

/** The resource types that act on an alarm's state, with the property that references the alarm. */
const REFERENCING_PROPERTIES: readonly (readonly [type: ResourceType, property: string])[] = [
	[CompositeAlarm, ALARM_RULE],
	[CompositeAlarm, "actionsSuppressor"],
	[EcsService, "alarms"],
	[DeploymentGroup, "alarmConfiguration"],
	[AppConfigEnvironment, "monitors"],
	[HealthCheck, "cloudwatchAlarmName"],
	[AutoScalingGroup, "instanceRefresh"],
	[FaultExperiment, "stopConditions"],
];

/** A property that references an alarm, or may. */
export interface AlarmReference {
	/** The resource with the property. */
	readonly from: Resource;
	readonly reading: Reading;
	/** Whether the alarm's ALARM state contributes to a composite alarm's; undefined if the rule is unknown. */
	readonly contributes: boolean | undefined;
}

interface AlarmReferences {
	/** By the URN of the alarm. */
	readonly certain: ReadonlyMap<string, readonly AlarmReference[]>;
	/** References with an unknown target, by the type token of the alarm that it may be. */
	readonly possible: ReadonlyMap<string, readonly AlarmReference[]>;
	/** References with literal names only. */
	readonly literal: readonly AlarmReference[];
}

/** All references to alarms; names are looked up by their last word. */
function referencesIn(graph: ResourceGraph): AlarmReferences {
	const alarms = [MetricAlarm, CompositeAlarm].flatMap((type): readonly Resource[] => graph.all(type));
	const byName = groupBy(alarms, physicalNames);
	const byWord = groupBy([...byName.keys()], (name) => [lastWord(name)]);
	const certain = new Map<string, AlarmReference[]>();
	const possible = new Map<string, AlarmReference[]>();
	const literal: AlarmReference[] = [];
	for (const [type, property] of REFERENCING_PROPERTIES) {
		for (const from of graph.all(type)) {
			const reading = from.inputs.read(property);
			const { leaves } = reading;
			const texts = leaves.flatMap((leaf) => leaf.text ?? []);
			const conditions = property === ALARM_RULE ? conditionsIn(texts.join()) : [];
			const found = new Map<Resource, boolean | undefined>();
			const sources = (from.data.propertyDependencies?.[property] ?? []).flatMap((urn) => graph.find(urn) ?? []);
			const words = new Set(["", ...texts.flatMap((text) => wordsOf(text))]);
			for (const name of [...words].flatMap((word) => byWord.get(word) ?? [])) {
				if (!texts.some((text) => mentions(text, [name]))) continue;
				const own = conditions.filter(({ alarm }) => mentions(alarm, [name]));
				const contributes = own.length === 0 || own.some((each) => each.contributes);
				// An ARN contains the Region; a health check has a separate property for it.
				const isRegional = !name.startsWith("arn:") && !from.is(HealthCheck);
				const { target, isAmbiguous } = graph.resolveName(from, byName.get(name) ?? [], isRegional, sources);
				if (target) found.set(target, found.get(target) === true || contributes);
				else if (isAmbiguous) for (const alarm of byName.get(name) ?? []) if (!found.has(alarm)) found.set(alarm, undefined);
			}
			const hasUnknown = leaves.some((leaf) => leaf.isUnknown);
			for (const { tokens, label } of hasUnknown ? [MetricAlarm, CompositeAlarm] : []) {
				const reference = graph.follow(from, reading, { label, tokens });
				for (const alarm of reference.resources) if (!found.has(alarm)) found.set(alarm, undefined);
				if (reference.state === "unknown") for (const token of tokens) add(possible, token, { from, reading, contributes: undefined });
			}
			if (!hasUnknown && texts.length > 0) literal.push({ from, reading, contributes: undefined });
			for (const [alarm, contributes] of found) if (alarm.urn !== from.urn) add(certain, alarm.urn, { from, reading, contributes });
		}
	}
	return { certain, possible, literal };
}

function referencesTo(
	alarm: Resource,
	graph: ResourceGraph,
): { readonly certain: readonly AlarmReference[]; readonly possible: Iterable<AlarmReference> } {
	const { certain, possible, literal } = graph.memoize(referencesIn);
	const unknown = possible.get(alarm.type) ?? [];
	const lists = hasUnknownName(alarm) ? [unknown, literal] : [unknown];
	return { certain: certain.get(alarm.urn) ?? [], possible: fromOthers(alarm, lists) };
}

function* fromOthers(alarm: Resource, lists: readonly (readonly AlarmReference[])[]): Iterable<AlarmReference> {
	for (const list of lists) for (const reference of list) if (reference.from.urn !== alarm.urn) yield reference;
}

/** Whether a resource of the stack acts on an alarm's state; if that is unknown, the value that decides it. */
export function actsOn(alarm: Resource, graph: ResourceGraph): boolean | Reading {
	const { certain, possible } = referencesTo(alarm, graph);
	if (certain.length > 0) return true;
	for (const { reading } of possible) return reading;
	return false;
}

/** The composite alarms whose rule contains an alarm, and one whose rule may contain it. */
export function compositesOf(
	alarm: Resource,
	graph: ResourceGraph,
): { readonly certain: readonly AlarmReference[]; readonly possible: AlarmReference | undefined } {
	const { certain, possible } = referencesTo(alarm, graph);
	const isRule = ({ reading }: AlarmReference) => reading.path === ALARM_RULE;
	let first: AlarmReference | undefined;
	for (const reference of possible) {
		if (!isRule(reference)) continue;
		first = reference;
		break;
	}
	return { certain: certain.filter(isRule), possible: first };
}

function wordsOf(text: string): readonly string[] {
	return text.match(/[\w./-]+/g) ?? [];
}

function lastWord(name: string): string {
	return wordsOf(name).at(-1) ?? "";
}

function add(map: Map<string, AlarmReference[]>, key: string, reference: AlarmReference): void {
	const references = map.get(key);
	if (references) references.push(reference);
	else map.set(key, [reference]);
}

/** A name that Pulumi generates does not appear as a literal elsewhere; a computed one may. */
function hasUnknownName({ inputs }: Resource): boolean {
	return inputs.read("name").isUnknown || inputs.read("alarmName").isUnknown;
}
