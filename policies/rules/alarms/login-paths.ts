import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { meaningOf } from "../../../signals/failed-login";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { fail, notApplicable, type Unknown, unknown, type Verdict } from "../../engine/verdict";
import { LogGroup, MetricAlarm, MetricFilter } from "../../facts/kinds";
import { CLASSES_WITHOUT_METRIC_FILTERS } from "../../facts/log-groups";
import { countsFailedLogins, watchesFailedLogins } from "./login-metrics";
import { called } from "./names";
import { furthest, type Leg, noticeOf } from "./notice";
import { alarmsOn, filtersOf, watchedIn } from "./watching";

type Filter = Resource<LogMetricFilterArgs>;
type Alarm = Resource<MetricAlarmArgs>;

/** The way of failed logins from where they are counted to somebody who hears of them. */
export interface Path extends Leg {
	/** The metric filter, or the alarm on a metric that the code itself sends. */
	readonly start: Filter | Alarm;
	/** True where no alarm watches the filter's metric. */
	readonly unwatched?: boolean;
}

/** Every way of failed logins that starts in the stack. */
export function failedLoginPaths(graph: ResourceGraph): readonly Path[] {
	const counting = graph.all(MetricFilter).filter((filter) => countsFailedLogins(filter) !== false);
	const fromAll = counting.map((filter) => pathOf(filter, graph));
	const unwatched = fromAll.flatMap((path) => (path.unwatched ? [path.start] : []));
	const fromFilters: Path[] = fromAll.filter(({ start }) => countsFailedLogins(start) === true);
	const sent = graph.all(MetricAlarm).filter((alarm) => watchesFailedLogins(alarm) === true && isMadeByCode(alarm, unwatched, graph));
	const paths = [...fromFilters, ...sent.map((alarm): Path => ({ start: alarm, ...noticeOf(alarm, graph) }))];
	return paths.map((path) =>
		path.unwatched && path.verdict.verdict === "fail" ? { ...path, verdict: besideOthers(path, paths, graph) } : path,
	);
}

/** A metric without an alarm is one to look at where another way of failed logins reaches somebody. */
function besideOthers(unwatched: Path, paths: readonly Path[], graph: ResourceGraph): Verdict {
	if (paths.some(({ verdict }) => verdict.verdict === "pass"))
		return notApplicable("another failed-login alarm of this stack reaches somebody; this metric is one to look at");
	const open = paths.find(({ verdict }) => verdict.verdict === "unknown")?.verdict ?? graph.derive(startNotSeen);
	if (open?.verdict !== "unknown") return unwatched.verdict;
	const reason = `no alarm watches its metric, and another failed-login alarm may reach somebody: ${open.reason}`;
	return { verdict: "unknown", reason, because: open.because };
}

/** That a resource has no say of its own because the way of failed logins ends there, or may end there. */
export function leftToFailedLoginPath(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	if (resource.is(MetricAlarm) && !mayCount(resource, graph)) return undefined;
	const paths = graph.derive(failedLoginPaths);
	if (paths.some(({ verdict, at }) => verdict.verdict === "fail" && at.urn === resource.urn))
		return notApplicable("failed-login-alarm-path says what is missing");
	const open = paths
		.map(({ verdict }) => verdict)
		.find((verdict) => verdict.verdict === "unknown" && ["later", "hidden"].includes(verdict.because));
	return open ?? graph.derive(startNotSeen);
}

function mayCount(alarm: Alarm, graph: ResourceGraph): boolean {
	const { filters, open } = filtersOf(alarm, graph);
	return open !== undefined || watchesFailedLogins(alarm) !== false || filters.some((filter) => countsFailedLogins(filter) !== false);
}

/** Undefined where of every filter and alarm it can be told whether it counts failed logins. */
export function startNotSeen(graph: ResourceGraph): Unknown | undefined {
	const told = [
		...graph.all(MetricFilter).map((filter) => [filter, countsFailedLogins(filter)] as const),
		...graph.all(MetricAlarm).map((alarm) => [alarm, watchesFailedLogins(alarm)] as const),
	];
	const open = told.find(([, each]) => typeof each !== "boolean")?.[0];
	return open && { verdict: "unknown", reason: `what ${called(open)} counts is not known before the update`, because: "later" };
}

/** No filter of the stack makes the alarm's metric, and none was meant to. */
function isMadeByCode(alarm: Alarm, unwatched: readonly Filter[], graph: ResourceGraph): boolean {
	const { filters, open } = filtersOf(alarm, graph);
	return filters.length === 0 && !open && !unwatched.some((filter) => misses(alarm, filter, graph, true));
}

function pathOf(filter: Filter, graph: ResourceGraph): Path & { readonly start: Filter } {
	const group = logGroupOf(filter, graph);
	if (group?.verdict.verdict === "fail") return { start: filter, ...group };
	const watching = alarmsOn(filter, graph);
	const alarms = watching.flatMap(([alarm, { state }]) => (state === "yes" ? [alarm] : []));
	const legs = alarms.map((alarm) => noticeOf(alarm, graph));
	const best = furthest(legs);
	if (best && best.verdict.verdict !== "fail") return { start: filter, ...(group ?? best) };
	const open = watching.find(([, { state }]) => state === "open");
	if (open?.[1].state === "open") return { start: filter, at: open[0], verdict: unknown(open[1].open) };
	return best ? { start: filter, ...best } : { start: filter, at: filter, verdict: noAlarm(filter, graph), unwatched: true };
}

/** A log group on which metric filters do not work, or which is not known; undefined where nothing speaks against it. */
function logGroupOf(filter: Filter, graph: ResourceGraph): Leg | undefined {
	const name = filter.read("logGroupName");
	const { resources: groups, state } = graph.follow(filter, name, LogGroup);
	for (const group of groups) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return { at: group, verdict: unknown(logClass as Reading) };
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
	return state === "unknown" ? { at: filter, verdict: unknown(name) } : undefined;
}

function noAlarm(filter: Filter, graph: ResourceGraph) {
	const made = filter.read("metricTransformation");
	for (const [alarm, watching] of alarmsOn(filter, graph)) {
		if (watching.state === "apart")
			return fail(made as Reading, `no alarm gets its data: ${called(alarm)} watches the metric ${watching.because}`, ALIKE);
		if (misses(alarm, filter, graph, false))
			return fail(made as Reading, `no alarm watches its metric: ${called(alarm)} watches one of another name or namespace`, ALIKE);
	}
	return fail(made as Reading, "no alarm in this stack watches its metric", "Make a MetricAlarm with this metric's name and namespace.");
}

const ALIKE = "Give alarm and filter the same metric name, namespace, dimensions and Region.";

/**
 * True where an alarm was meant for a filter's metric, as its name and namespace say, and names another one.
 *
 * @param unseen what a name or namespace that is not known means
 */
function misses(alarm: Alarm, filter: Filter, graph: ResourceGraph, unseen: boolean): boolean {
	const made = filter.read("metricTransformation");
	const [name, namespace] = [made.read("name"), made.read("namespace")];
	const meanings = graph.derive(meaningsOfWatched);
	return (graph.derive(watchedIn).get(alarm) ?? []).some((metric) => {
		if (name.isUnknown || metric.name.isUnknown) return unseen;
		const [watched, given] = [metric.name.text, name.text];
		if (!metric.namespace || watched === undefined || given === undefined) return false;
		const apart = metric.namespace.isKnown && namespace.isKnown && metric.namespace.text !== namespace.text;
		if ((apart && watched !== given) || meanings.get(watched) !== meaningOf(given)) return false;
		return metric.namespace.isUnknown || namespace.isUnknown ? unseen : true;
	});
}

function meaningsOfWatched(graph: ResourceGraph): ReadonlyMap<string, string> {
	const names = [...graph.derive(watchedIn).values()].flat().flatMap(({ name }) => name.text ?? []);
	return new Map(names.map((name) => [name, meaningOf(name)]));
}
