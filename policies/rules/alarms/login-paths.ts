import { isUndetermined } from "../../engine/answer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { fail, failMissing, notApplicable, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { CLASSES_WITHOUT_METRIC_FILTERS } from "../../facts/log-groups";
import { LogGroup, MetricAlarm, MetricFilter } from "../../facts/resource-types";
import { whyItCannotFire } from "./metrics/can-fire";
import { matchesNothing } from "./metrics/filter-pattern";
import { countsFailedLogins, watchesFailedLogins } from "./metrics/login-metrics";
import { type MetricAlarmResource as Alarm, type MetricFilterResource as Filter, publishedMetric } from "./metrics/metrics";
import { mayBeMeantFor, nearMissAlarm } from "./metrics/near-miss";
import { publishersOf, type Watchers, watchersOf } from "./metrics/watchers";
import { displayName } from "./names";
import { bestEnd, type PathEnd, resolveNotification } from "./notification/notification-path";

/** The path of failed logins from the resource that counts them to a subscriber. */
export interface Path extends PathEnd {
	/** The metric filter, or the alarm on a metric that the application publishes itself. */
	readonly start: Filter | Alarm;
	/** The alarms on the filter's metric. */
	readonly through?: readonly Alarm[];
	/** True if no alarm evaluates the filter's metric. */
	readonly unwatched?: boolean;
}

/** The failed-login paths of the stack. */
export function failedLoginPaths(graph: ResourceGraph): readonly Path[] {
	const counting = graph.all(MetricFilter).filter((filter) => countsFailedLogins(filter) !== false);
	const candidates = counting.map((filter) => pathOf(filter, graph));
	const isNearMiss = mayBeMeantFor(candidates.flatMap((path) => (path.unwatched ? [path.start] : [])));
	const fromFilters: Path[] = candidates.filter(({ start }) => countsFailedLogins(start) === true);
	const onApplicationMetrics = graph.all(MetricAlarm).filter((alarm) => {
		if (watchesFailedLogins(alarm) !== true) return false;
		const publishers = publishersOf(alarm, graph);
		return publishers.filters.length === 0 && !publishers.undetermined && !isNearMiss(alarm);
	});
	const paths = [...fromFilters, ...onApplicationMetrics.map((alarm): Path => ({ start: alarm, ...throughAlarm(alarm, graph) }))];
	const other = otherPath(paths, graph);
	return paths.map((path) => (path.unwatched && path.verdict.verdict === "fail" && other ? { ...path, verdict: other } : path));
}

/** The verdict on a metric without an alarm if another failed-login path notifies a subscriber, or may. */
function otherPath(paths: readonly Path[], graph: ResourceGraph): Verdict | undefined {
	if (paths.some(({ verdict }) => verdict.verdict === "pass"))
		return notApplicable("another failed-login alarm of this stack notifies a subscriber");
	const possible = paths.find(({ verdict }) => verdict.verdict === "undetermined")?.verdict ?? graph.memoize(unknownStart);
	if (possible?.verdict !== "undetermined") return undefined;
	const message = `no alarm evaluates its metric, but another failed-login alarm may notify a subscriber: ${possible.message}`;
	return { verdict: "undetermined", message, reason: possible.reason };
}

/** The paths by the URN of the resource at their start. */
export function pathsByStart(graph: ResourceGraph): ReadonlyMap<string, Path> {
	return new Map(graph.memoize(failedLoginPaths).map((path) => [path.start.urn, path]));
}

/** Whether an alarm may evaluate a failed-login metric. */
export function mayWatchFailedLogins(alarm: Alarm, graph: ResourceGraph): boolean {
	const { filters, undetermined } = publishersOf(alarm, graph);
	return (
		undetermined !== undefined || watchesFailedLogins(alarm) !== false || filters.some((filter) => countsFailedLogins(filter) !== false)
	);
}

/** A filter or alarm of which it is undetermined whether it counts failed logins; otherwise undefined. */
export function unknownStart(graph: ResourceGraph): Undetermined | undefined {
	const answers = [
		...graph.all(MetricFilter).map((filter) => [filter, countsFailedLogins(filter)] as const),
		...graph.all(MetricAlarm).map((alarm) => [alarm, watchesFailedLogins(alarm)] as const),
	];
	const unknown = answers.find(([, answer]) => isUndetermined(answer))?.[0];
	return (
		unknown && {
			verdict: "undetermined",
			message: `what ${displayName(unknown)} counts is not known until deployment`,
			reason: "known-after-deployment",
		}
	);
}

function pathOf(filter: Filter, graph: ResourceGraph): Path & { readonly start: Filter } {
	const pattern = filter.read("pattern");
	if (matchesNothing(pattern.text ?? "")) return { start: filter, at: filter, verdict: contradiction(pattern) };
	const group = logGroupOf(filter, graph);
	if (group?.verdict.verdict === "fail") return { start: filter, ...group };
	const watchers = watchersOf(filter, graph);
	const best = graph.memoize(bestOf, watchers);
	if (best && best.verdict.verdict !== "fail") return { start: filter, ...(group ?? best) };
	const { possible } = watchers;
	if (possible) return { start: filter, at: possible.alarm, verdict: possible.verdict };
	return best
		? { start: filter, ...best, through: watchers.alarms }
		: { start: filter, at: filter, verdict: noAlarm(filter, watchers, graph), unwatched: true };
}

function contradiction(pattern: Reading): Verdict {
	return fail(
		pattern,
		"its pattern requires conditions that exclude each other, so that it matches no log line",
		"Combine alternative conditions with ||, and test the pattern with a log line of a failed login.",
	);
}

/** The best end of the paths through the alarms on a metric. */
function bestOf(graph: ResourceGraph, watchers: Watchers): PathEnd | undefined {
	return bestEnd(watchers.alarms.map((alarm) => throughAlarm(alarm, graph)));
}

/** The end of an alarm's notification path, provided that the alarm can fire. */
function throughAlarm(alarm: Alarm, graph: ResourceGraph): PathEnd {
	const notification = resolveNotification(alarm, graph);
	if (notification.verdict.verdict === "fail") return notification;
	const silent = whyItCannotFire(alarm, graph);
	if (!silent || (silent.verdict === "undetermined" && notification.verdict.verdict === "undetermined")) return notification;
	return { verdict: silent, at: alarm };
}

/** A log group that does not support metric filters, or is unknown; undefined if the log group does. */
function logGroupOf(filter: Filter, graph: ResourceGraph): PathEnd | undefined {
	const name = filter.read("logGroupName");
	const { resources: groups, state } = graph.follow(filter, name, LogGroup);
	for (const group of groups) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return { at: group, verdict: undetermined(logClass as Reading) };
		if (logClass.is(...CLASSES_WITHOUT_METRIC_FILTERS))
			return {
				at: filter,
				verdict: fail(
					name,
					`reads log group "${group.name}", whose class ${logClass.text} does not support metric filters`,
					"Create the log group with logGroupClass STANDARD; the class of an existing one cannot be changed.",
				),
			};
	}
	return state === "unknown" ? { at: filter, verdict: undetermined(name) } : undefined;
}

function noAlarm(filter: Filter, { mismatch }: Watchers, graph: ResourceGraph): Verdict {
	const transformation = filter.read("metricTransformation") as Reading;
	if (mismatch)
		return fail(
			transformation,
			`no alarm gets its data: ${displayName(mismatch.alarm)} evaluates the metric ${mismatch.difference}`,
			ALIGN,
		);
	const nearMiss = nearMissAlarm(filter, graph);
	if (nearMiss)
		return fail(
			transformation,
			`no alarm evaluates its metric: ${displayName(nearMiss)} evaluates one with another name or namespace`,
			ALIGN,
		);
	const metric = publishedMetric(filter).name.text;
	return {
		...failMissing(
			transformation,
			"no alarm in this stack evaluates its metric",
			"Create a MetricAlarm with this metric's name and namespace.",
		),
		...(metric === undefined ? {} : { references: { names: [metric] } }),
	};
}

const ALIGN = "Use the same metric name, namespace, dimensions and Region for the alarm and the filter.";
