import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { fail, failMissing, notApplicable, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { CLASSES_WITHOUT_METRIC_FILTERS } from "../../facts/log-groups";
import { LogGroup, MetricAlarm, MetricFilter } from "../../facts/resource-types";
import { countsFailedLogins, watchesFailedLogins } from "./login-metrics";
import { type MetricAlarmResource as Alarm, type FilterResource as Filter, madeBy } from "./metrics";
import { mayMiss, missedBy } from "./missing";
import { called } from "./names";
import { furthest, type Leg, noticeOf } from "./notice";
import { doesNotRing } from "./ringing";
import { makersOf, type Watchers, watchersOf } from "./watching";

/** The way of failed logins from where they are counted to somebody who hears of them. */
export interface Path extends Leg {
	/** The metric filter, or the alarm on a metric that the code itself sends. */
	readonly start: Filter | Alarm;
	/** The alarms that watch the filter's metric. */
	readonly through?: readonly Alarm[];
	/** True where no alarm watches the filter's metric. */
	readonly unwatched?: boolean;
}

/** Every way of failed logins that starts in the stack. */
export function failedLoginPaths(graph: ResourceGraph): readonly Path[] {
	const counting = graph.all(MetricFilter).filter((filter) => countsFailedLogins(filter) !== false);
	const fromAll = counting.map((filter) => pathOf(filter, graph));
	const isMissing = mayMiss(fromAll.flatMap((path) => (path.unwatched ? [path.start] : [])));
	const fromFilters: Path[] = fromAll.filter(({ start }) => countsFailedLogins(start) === true);
	const sent = graph.all(MetricAlarm).filter((alarm) => {
		if (watchesFailedLogins(alarm) !== true) return false;
		const { filters, open } = makersOf(alarm, graph);
		return filters.length === 0 && !open && !isMissing(alarm);
	});
	const paths = [...fromFilters, ...sent.map((alarm): Path => ({ start: alarm, ...heard(alarm, graph) }))];
	const beside = besideOthers(paths, graph);
	return paths.map((path) => (path.unwatched && path.verdict.verdict === "fail" && beside ? { ...path, verdict: beside } : path));
}

/** A metric without an alarm is one to look at where another way of failed logins reaches somebody. */
function besideOthers(paths: readonly Path[], graph: ResourceGraph): Verdict | undefined {
	if (paths.some(({ verdict }) => verdict.verdict === "pass"))
		return notApplicable("another failed-login alarm of this stack reaches somebody; this metric is one to look at");
	const open = paths.find(({ verdict }) => verdict.verdict === "undetermined")?.verdict ?? graph.memoize(startNotSeen);
	if (open?.verdict !== "undetermined") return undefined;
	const message = `no alarm watches its metric, and another failed-login alarm may reach somebody: ${open.message}`;
	return { verdict: "undetermined", message, reason: open.reason };
}

/** Every way by the resource at which it starts. */
export function pathsByStart(graph: ResourceGraph): ReadonlyMap<string, Path> {
	return new Map(graph.memoize(failedLoginPaths).map((path) => [path.start.urn, path]));
}

/** Whether an alarm may watch failed logins. */
export function mayCount(alarm: Alarm, graph: ResourceGraph): boolean {
	const { filters, open } = makersOf(alarm, graph);
	return open !== undefined || watchesFailedLogins(alarm) !== false || filters.some((filter) => countsFailedLogins(filter) !== false);
}

/** Undefined where of every filter and alarm it can be told whether it counts failed logins. */
export function startNotSeen(graph: ResourceGraph): Undetermined | undefined {
	const told = [
		...graph.all(MetricFilter).map((filter) => [filter, countsFailedLogins(filter)] as const),
		...graph.all(MetricAlarm).map((alarm) => [alarm, watchesFailedLogins(alarm)] as const),
	];
	const open = told.find(([, each]) => typeof each !== "boolean")?.[0];
	return (
		open && {
			verdict: "undetermined",
			message: `what ${called(open)} counts is not known before the update`,
			reason: "known-after-deployment",
		}
	);
}

function pathOf(filter: Filter, graph: ResourceGraph): Path & { readonly start: Filter } {
	const group = logGroupOf(filter, graph);
	if (group?.verdict.verdict === "fail") return { start: filter, ...group };
	const watchers = watchersOf(filter, graph);
	const best = bestOf(watchers, graph);
	if (best && best.verdict.verdict !== "fail") return { start: filter, ...(group ?? best) };
	const { open } = watchers;
	if (open) return { start: filter, at: open.alarm, verdict: undetermined(open.reading) };
	return best
		? { start: filter, ...best, through: watchers.alarms }
		: { start: filter, at: filter, verdict: noAlarm(filter, watchers, graph), unwatched: true };
}

/** The leg that gets furthest of those that start with the alarms on one metric. */
function bestOf(watchers: Watchers, graph: ResourceGraph): Leg | undefined {
	const known = graph.memoize(bestLegs);
	if (!known.has(watchers)) known.set(watchers, furthest(watchers.alarms.map((alarm) => heard(alarm, graph))));
	return known.get(watchers);
}

function bestLegs(): Map<Watchers, Leg | undefined> {
	return new Map();
}

/** How far an alarm gets that has to ring first. */
function heard(alarm: Alarm, graph: ResourceGraph): Leg {
	const notice = noticeOf(alarm, graph);
	if (notice.verdict.verdict === "fail") return notice;
	const silent = doesNotRing(alarm, graph);
	if (!silent || (silent.verdict === "undetermined" && notice.verdict.verdict === "undetermined")) return notice;
	return { verdict: silent, at: alarm };
}

/** A log group on which metric filters do not work, or which is not known; undefined where nothing speaks against it. */
function logGroupOf(filter: Filter, graph: ResourceGraph): Leg | undefined {
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
					`reads log group "${group.name}", on whose class ${logClass.text} metric filters do not work`,
					"Make the log group with logGroupClass STANDARD; the class of an existing one cannot be changed.",
				),
			};
	}
	return state === "unknown" ? { at: filter, verdict: undetermined(name) } : undefined;
}

function noAlarm(filter: Filter, { apart }: Watchers, graph: ResourceGraph): Verdict {
	const made = filter.read("metricTransformation") as Reading;
	if (apart) return fail(made, `no alarm gets its data: ${called(apart.alarm)} watches the metric ${apart.because}`, ALIKE);
	const missed = missedBy(filter, graph);
	if (missed) return fail(made, `no alarm watches its metric: ${called(missed)} watches one of another name or namespace`, ALIKE);
	const metric = madeBy(filter).name.text;
	return {
		...failMissing(made, "no alarm in this stack watches its metric", "Make a MetricAlarm with this metric's name and namespace."),
		...(metric === undefined ? {} : { references: { names: [metric] } }),
	};
}

const ALIKE = "Give alarm and filter the same metric name, namespace, dimensions and Region.";
