import type { CompositeAlarmArgs } from "@pulumi/aws/cloudwatch/compositeAlarm";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { inSameRegion, type Placement, regionIn } from "../../engine/region";
import type { Resource, ResourceType } from "../../engine/resource";
import { anyOf, fail, failMissing, inOtherStack, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { ALARM_EVENT, LAMBDA_ALARMS_SERVICE, REACHING_SERVICES } from "../../facts/alarms";
import {
	CompositeAlarm,
	EventRule,
	LambdaAlias,
	LambdaFunction,
	ResponsePlan,
	Topic,
	UserNotificationRule,
} from "../../facts/resource-types";
import { called } from "./names";
import { mayCall } from "./permissions";
import { hasSubscriber } from "./subscribers";
import { compositesOf } from "./users";

export type Alarm = Resource<MetricAlarmArgs> | Resource<CompositeAlarmArgs>;

/** How far an alarm's notice gets: to somebody, or to the resource at which it ends, of which a failing verdict then speaks. */
export interface Leg {
	readonly verdict: Verdict;
	readonly at: Resource;
}

interface Notices {
	readonly known: Map<string, Leg>;
	/** The alarms that are being followed. */
	readonly under: Set<string>;
	/** How often an alarm was met that is being followed: what is found then holds only for where it was entered. */
	circles: number;
}

function notices(): Notices {
	return { known: new Map(), under: new Set(), circles: 0 };
}

/** Follows an alarm to somebody who hears of it: through its own actions, or through composite alarms made of it. */
export function noticeOf(alarm: Alarm, graph: ResourceGraph): Leg {
	const state = graph.memoize(notices);
	const found = state.known.get(alarm.urn);
	if (found) return found;
	const { known, under, circles } = state;
	under.add(alarm.urn);
	const leg = follow(alarm, graph);
	under.delete(alarm.urn);
	if (under.size === 0 || state.circles === circles) known.set(alarm.urn, leg);
	return leg;
}

function follow(alarm: Alarm, graph: ResourceGraph): Leg {
	const own = ownNotice(alarm, graph);
	if (own.verdict.verdict === "pass") return own;
	const around = throughComposites(alarm, graph);
	const best = furthest([own, ...around]) ?? own;
	if (best.verdict.verdict !== "fail") return best;
	const listener = listensToAlarms(graph);
	if (listener) return { verdict: listener, at: alarm };
	return own.at === alarm ? (around[0] ?? own) : own;
}

function ownNotice(alarm: Alarm, graph: ResourceGraph): Leg {
	const silent = isSilent(alarm) ?? isRefused(alarm, graph);
	if (silent) return { verdict: silent, at: alarm };
	const legs = alarm.inputs.read("alarmActions").leaves.map((action) => leadsTo(alarm, action, graph));
	return furthest(legs) ?? { verdict: undetermined(alarm.inputs.read("alarmActions")), at: alarm };
}

/** Whether an alarm does anything when it rings. */
export function hasAction(alarm: Alarm, graph: ResourceGraph): Verdict {
	const actions = alarm.inputs.read("alarmActions");
	return isSilent(alarm) ?? (actions.isUnknown ? undetermined(actions) : (isRefused(alarm, graph) ?? pass()));
}

/** CloudWatch takes topics of the alarm's own Region only (CloudWatch, API reference: PutMetricAlarm, read 2026-11). */
function isRefused(alarm: Alarm, graph: ResourceGraph): Verdict | undefined {
	const states = ["alarmActions", "okActions", "insufficientDataActions"].map((state) => alarm.inputs.read(state));
	const here = graph.placementOf(alarm);
	let open: Verdict | undefined;
	for (const action of states.flatMap((each) => (each.isUnknown ? [each] : each.items))) {
		const topics = graph.follow(alarm, action, Topic).resources.map((topic) => graph.placementOf(topic));
		const named = /^arn:[^:]*:sns:/.test(action.text ?? "") ? regionIn(action.text) : undefined;
		const places: readonly Placement[] = topics.length > 0 ? topics : named === undefined ? [] : [{ region: named }];
		const isFar = places.some((there) => inSameRegion(here, there) === "no");
		if (isFar && !states.includes(action))
			return fail(action, "names a topic in another Region, which CloudWatch refuses", "Name a topic in the alarm's own Region.");
		const hidden = places.length > 0 ? [here, ...places].find((place) => place.unknownRegion)?.unknownRegion : undefined;
		if (hidden) open ??= undetermined(hidden);
		else if (action.isUnknown && (isFar || places.length === 0)) open ??= unseenAction(alarm, action, graph);
	}
	return open;
}

/** An action that may be a topic of another Region; undefined where it comes from something that is no topic. */
function unseenAction(alarm: Alarm, action: Reading, graph: ResourceGraph): Verdict | undefined {
	return otherwiseHeard(alarm, action, graph) || graph.follow(alarm, action, LambdaFunction).resources.length > 0
		? undefined
		: inOtherStack("its action is not known here, and CloudWatch takes a topic of the alarm's own Region only");
}

/** Why nothing happens when an alarm rings; undefined where something may. */
function isSilent(alarm: Alarm): Verdict | undefined {
	const enabled = alarm.inputs.read("actionsEnabled").or(true);
	if (enabled.is(false)) return fail(enabled, "has its actions switched off", "Set actionsEnabled to true.");
	const actions = alarm.inputs.read("alarmActions");
	if (!actions.isUnknown && actions.leaves.length === 0)
		return failMissing(actions, "has no action for the state ALARM", "Set alarmActions to a topic that somebody subscribes to.");
	return enabled.isUnknown ? undetermined(enabled) : undefined;
}

/** The leg that gets furthest: to somebody, else out of sight, else to its end. */
export function furthest<L extends Leg>(legs: readonly L[]): L | undefined {
	for (const wanted of ["pass", "unknown"] as const) {
		const found = legs.find(({ verdict }) => verdict.verdict === wanted);
		if (found) return found;
	}
	return legs[0];
}

function leadsTo(alarm: Alarm, action: Reading, graph: ResourceGraph): Leg {
	const functions = graph.follow(alarm, action, LambdaFunction).resources;
	const calling: Leg = {
		verdict: anyOf(
			functions.map((each) => mayCall(each, LAMBDA_ALARMS_SERVICE, graph)),
			pass(),
		),
		at: alarm,
	};
	if (functions.length > 0 && action.isKnown) return calling;
	const service = /^arn:[^:]*:([^:]*):/.exec(action.text ?? "")?.[1];
	if (service && REACHING_SERVICES.some((each) => each === service)) return { verdict: pass(), at: alarm };
	const { resources: topics } = graph.follow(alarm, action, Topic);
	const legs = topics.map((topic): Leg => {
		const verdict = topic.data.external ? inOtherStack("its topic's subscribers are not in this stack") : hasSubscriber(topic, graph);
		return { verdict, at: topic };
	});
	const reached =
		legs.find(({ verdict }) => verdict.verdict === "pass") ?? legs.find(({ verdict }) => verdict.verdict === "undetermined") ?? legs[0];
	if (reached?.verdict.verdict === "pass") return reached;
	if (functions.length > 0) return calling;
	if (otherwiseHeard(alarm, action, graph)) return { verdict: pass(), at: alarm };
	if (reached) return reached;
	return { verdict: action.isUnknown ? undetermined(action) : inOtherStack("its action leads out of this stack"), at: alarm };
}

function otherwiseHeard(alarm: Alarm, action: Reading, graph: ResourceGraph): boolean {
	const kinds: readonly ResourceType[] = [LambdaAlias, ResponsePlan];
	return kinds.some((kind) => graph.follow(alarm, action, kind).resources.length > 0);
}

function throughComposites(alarm: Alarm, graph: ResourceGraph): readonly Leg[] {
	const state = graph.memoize(notices);
	const { certain, maybe } = compositesOf(alarm, graph);
	const legs: Leg[] = [];
	for (const { user, rings } of certain) {
		if (!user.is(CompositeAlarm)) continue;
		if (state.under.has(user.urn)) state.circles += 1;
		else if (rings === "no")
			legs.push({ verdict: notDecidable(undefined, `its alarmRule rings while ${called(alarm)} does not`), at: user });
		else {
			const leg = noticeOf(user, graph);
			legs.push(rings === "unseen" && leg.verdict.verdict === "pass" ? unseenRule(user) : leg);
		}
		if (legs.at(-1)?.verdict.verdict === "pass") return legs;
	}
	return maybe ? [...legs, unseenRule(maybe.user)] : legs;
}

function unseenRule(composite: Resource): Leg {
	const message = `the alarmRule of ${called(composite)} is not known before the update`;
	return { verdict: { verdict: "undetermined", message, reason: "known-after-deployment" }, at: composite };
}

/** Rules that listen to alarms of the whole account; undefined where the stack has none. */
export function listensToAlarms(graph: ResourceGraph): Verdict | undefined {
	return graph.memoize(listeners);
}

function listeners(graph: ResourceGraph): Verdict | undefined {
	const listening = (pattern: Reading) =>
		pattern.isUnknown || /aws\.cloudwatch"/.test(pattern.text ?? "") || (pattern.text ?? "").includes(ALARM_EVENT);
	const found =
		graph.all(EventRule).some((rule) => listening(rule.read("eventPattern") as Reading)) ||
		graph.all(UserNotificationRule).some((rule) => listening(rule.read("eventType") as Reading));
	return found
		? notDecidable(undefined, "an event rule of this stack listens to alarms: who hears of it from there is for a person to say")
		: undefined;
}
