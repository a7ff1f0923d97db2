import type { CompositeAlarmArgs } from "@pulumi/aws/cloudwatch/compositeAlarm";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { ResourceGraph } from "../../../engine/graph";
import type { PartialText } from "../../../engine/partial-text";
import type { Reading } from "../../../engine/reading";
import { inSameRegion, type Placement, regionIn } from "../../../engine/region";
import type { Resource, ResourceType } from "../../../engine/resource";
import { anyOf, fail, failMissing, inOtherStack, notDecidable, pass, undetermined, type Verdict } from "../../../engine/verdict";
import { ALARM_EVENT, LAMBDA_ALARMS_SERVICE, NOTIFYING_SERVICES } from "../../../facts/alarms";
import {
	CompositeAlarm,
	EventRule,
	LambdaAlias,
	LambdaFunction,
	ResponsePlan,
	Topic,
	UserNotificationRule,
} from "../../../facts/resource-types";
import { displayName } from "../names";
import { compositesOf } from "./alarm-references";
import { constantResult } from "./alarm-rule-result";
import { mayInvoke } from "./permissions";
import { hasSubscriber } from "./subscribers";

export type Alarm = Resource<MetricAlarmArgs> | Resource<CompositeAlarmArgs>;

/** Where the notification path of an alarm ends: it passes if a subscriber is notified; otherwise the verdict is about `at`. */
export interface PathEnd {
	readonly verdict: Verdict;
	readonly at: Resource;
}

interface PathState {
	readonly resolved: Map<string, PathEnd>;
	/** URNs of the alarms that are being resolved. */
	readonly active: Set<string>;
	/** The number of cycles found: a result inside a cycle is valid only for the alarm from which it was entered. */
	cycles: number;
}

function pathState(): PathState {
	return { resolved: new Map(), active: new Set(), cycles: 0 };
}

/** Follows an alarm's notifications to a subscriber: through its own actions, or through composite alarms that contain it. */
export function resolveNotification(alarm: Alarm, graph: ResourceGraph): PathEnd {
	const state = graph.memoize(pathState);
	const known = state.resolved.get(alarm.urn);
	if (known) return known;
	const { resolved, active, cycles } = state;
	active.add(alarm.urn);
	const end = follow(alarm, graph);
	active.delete(alarm.urn);
	if (active.size === 0 || state.cycles === cycles) resolved.set(alarm.urn, end);
	return end;
}

function follow(alarm: Alarm, graph: ResourceGraph): PathEnd {
	const own = throughOwnActions(alarm, graph);
	if (own.verdict.verdict === "pass") return own;
	const composites = throughComposites(alarm, graph);
	const best = bestEnd([own, ...composites]) ?? own;
	if (best.verdict.verdict !== "fail") return best;
	const listener = alarmEventListener(graph);
	if (listener) return { verdict: listener, at: alarm };
	return own.at === alarm ? (composites[0] ?? own) : own;
}

function throughOwnActions(alarm: Alarm, graph: ResourceGraph): PathEnd {
	const inactive = whyInactive(alarm) ?? refusedAction(alarm, graph);
	if (inactive) return { verdict: inactive, at: alarm };
	const ends = alarm.inputs.read("alarmActions").leaves.map((action) => throughAction(alarm, action, graph));
	return bestEnd(ends) ?? { verdict: undetermined(alarm.inputs.read("alarmActions")), at: alarm };
}

/** Passes if an alarm has an effective action for the ALARM state. */
export function hasAction(alarm: Alarm, graph: ResourceGraph): Verdict {
	const actions = alarm.inputs.read("alarmActions");
	return whyInactive(alarm) ?? (actions.isUnknown ? undetermined(actions) : (refusedAction(alarm, graph) ?? pass()));
}

/**
 * An action that CloudWatch refuses, or may: a topic must be in the alarm's Region.
 *
 * Source: CloudWatch API Reference, PutMetricAlarm
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html), read 2026-11.
 */
function refusedAction(alarm: Alarm, graph: ResourceGraph): Verdict | undefined {
	const states = ["alarmActions", "okActions", "insufficientDataActions"].map((state) => alarm.inputs.read(state));
	const own = graph.placementOf(alarm);
	let possible: Verdict | undefined;
	for (const action of states.flatMap((each) => (each.isUnknown ? [each] : each.items))) {
		const topics = graph.follow(alarm, action, Topic).resources.map((topic) => graph.placementOf(topic));
		const inArn = /^arn:[^:]*:sns:/.test(action.text ?? "") ? regionIn(action.text) : undefined;
		const placements: readonly Placement[] = topics.length > 0 ? topics : inArn === undefined ? [] : [{ region: inArn }];
		const isInOtherRegion = placements.some((each) => inSameRegion(own, each) === false);
		if (isInOtherRegion && !states.includes(action))
			return fail(action, "references a topic in another Region, which CloudWatch refuses", "Use a topic in the alarm's own Region.");
		const unknown = placements.length > 0 ? [own, ...placements].find((each) => each.unknownRegion)?.unknownRegion : undefined;
		if (unknown) possible ??= undetermined(unknown);
		else if (action.isUnknown && (isInOtherRegion || placements.length === 0)) possible ??= unknownAction(alarm, action, graph);
	}
	return possible;
}

/** An unknown action may be a topic in another Region; undefined if it comes from a resource other than a topic. */
function unknownAction(alarm: Alarm, action: Reading, graph: ResourceGraph): Verdict | undefined {
	return notifiesDirectly(alarm, action, graph) || graph.follow(alarm, action, LambdaFunction).resources.length > 0
		? undefined
		: inOtherStack("its action is unknown, and CloudWatch accepts only topics in the alarm's own Region");
}

/** Why an alarm has no effect in the ALARM state; undefined if it may have one. */
function whyInactive(alarm: Alarm): Verdict | undefined {
	const enabled = alarm.inputs.read("actionsEnabled").or(true);
	if (enabled.is(false)) return fail(enabled, "has its actions disabled", "Set actionsEnabled to true.");
	const actions = alarm.inputs.read("alarmActions");
	if (!actions.isUnknown && actions.leaves.length === 0)
		return failMissing(actions, "has no action for the ALARM state", "Set alarmActions to a topic with a subscriber.");
	return enabled.isUnknown ? undetermined(enabled) : undefined;
}

/** The best of several ends: one that passes, or else one that is undetermined. */
export function bestEnd<E extends PathEnd>(ends: readonly E[]): E | undefined {
	for (const wanted of ["pass", "undetermined"] as const) {
		const found = ends.find(({ verdict }) => verdict.verdict === wanted);
		if (found) return found;
	}
	return ends[0];
}

function throughAction(alarm: Alarm, action: Reading, graph: ResourceGraph): PathEnd {
	const functions = graph.follow(alarm, action, LambdaFunction).resources;
	const invocation: PathEnd = {
		verdict: anyOf(
			functions.map((each) => mayInvoke(each, LAMBDA_ALARMS_SERVICE, graph)),
			pass(),
		),
		at: alarm,
	};
	if (functions.length > 0 && action.isKnown) return invocation;
	const service = /^arn:[^:]*:([^:]*):/.exec(action.text ?? "")?.[1];
	if (service && NOTIFYING_SERVICES.some((each) => each === service)) return { verdict: pass(), at: alarm };
	const { resources: topics } = graph.follow(alarm, action, Topic);
	const ends = topics.map((topic): PathEnd => {
		const verdict = topic.data.external ? inOtherStack("the subscribers of its topic are not in this stack") : hasSubscriber(topic, graph);
		return { verdict, at: topic };
	});
	const best = bestEnd(ends);
	if (best?.verdict.verdict === "pass") return best;
	if (functions.length > 0) return invocation;
	if (notifiesDirectly(alarm, action, graph)) return { verdict: pass(), at: alarm };
	if (best) return best;
	return { verdict: action.isUnknown ? undetermined(action) : inOtherStack("its action targets a topic outside this stack"), at: alarm };
}

function notifiesDirectly(alarm: Alarm, action: Reading, graph: ResourceGraph): boolean {
	const types: readonly ResourceType[] = [LambdaAlias, ResponsePlan];
	return types.some((type) => graph.follow(alarm, action, type).resources.length > 0);
}

function throughComposites(alarm: Alarm, graph: ResourceGraph): readonly PathEnd[] {
	const state = graph.memoize(pathState);
	const { certain, possible } = compositesOf(alarm, graph);
	const ends: PathEnd[] = [];
	for (const { from, contributes } of certain) {
		if (!from.is(CompositeAlarm)) continue;
		const constant = from.memoize(constantRule);
		if (state.active.has(from.urn)) state.cycles += 1;
		else if (constant) ends.push({ verdict: constant, at: from });
		else if (contributes === false)
			ends.push({
				verdict: notDecidable(undefined, `its alarmRule is true only while ${displayName(alarm)} is not in ALARM`),
				at: from,
			});
		else {
			const end = resolveNotification(from, graph);
			ends.push(contributes === undefined && end.verdict.verdict === "pass" ? unknownRule(from) : end);
		}
		if (ends.at(-1)?.verdict.verdict === "pass") return ends;
	}
	return possible ? [...ends, unknownRule(possible.from)] : ends;
}

/** Fails for a composite alarm whose rule has the same result for all states of the alarms in it. */
function constantRule({ inputs }: Resource<CompositeAlarmArgs>): Verdict | undefined {
	const rule = inputs.read("alarmRule");
	const result = constantResult(rule.text ?? withPlaceholders(rule.partial) ?? "");
	if (result === undefined) return undefined;
	return fail(
		rule,
		`has an alarmRule that is ${result ? "always" : "never"} true, so that it does not change its state when logins fail`,
		"Correct the alarmRule so that it is true if the alarm is in ALARM.",
	);
}

/** The text with a name in place of each unknown part: the same for the same output. */
function withPlaceholders(rule: PartialText | undefined): string | undefined {
	return rule?.filled((hole) => {
		const same = rule.holes.findIndex(({ origin }) => origin?.urn !== undefined && JSON.stringify(origin) === JSON.stringify(hole.origin));
		return `output-${same === -1 ? rule.holes.indexOf(hole) + rule.holes.length : same}`;
	});
}

function unknownRule(composite: Resource): PathEnd {
	const message = `the alarmRule of ${displayName(composite)} is not known until deployment`;
	return { verdict: { verdict: "undetermined", message, reason: "known-after-deployment" }, at: composite };
}

/** A rule for the alarm events of the whole account; undefined if the stack has none. */
export function alarmEventListener(graph: ResourceGraph): Verdict | undefined {
	return graph.memoize(findAlarmEventListener);
}

function findAlarmEventListener(graph: ResourceGraph): Verdict | undefined {
	const matchesAlarms = (pattern: Reading) =>
		pattern.isUnknown || /aws\.cloudwatch"/.test(pattern.text ?? "") || (pattern.text ?? "").includes(ALARM_EVENT);
	const found =
		graph.all(EventRule).some((rule) => matchesAlarms(rule.read("eventPattern") as Reading)) ||
		graph.all(UserNotificationRule).some((rule) => matchesAlarms(rule.read("eventType") as Reading));
	return found
		? notDecidable(undefined, "an EventBridge rule of this stack matches alarm events; infrastructure does not show whom it notifies")
		: undefined;
}
