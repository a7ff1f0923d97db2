import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { MetricAlarm, MetricFilter } from "../../facts/kinds";

/** A metric that an alarm watches. */
export interface WatchedMetric {
	/** Its name, or a query's whole text in which it is named. */
	readonly name: Reading;
	/** Absent where the name is a query's text. */
	readonly namespace: Reading | undefined;
	readonly dimensions: Reading | undefined;
}

/**
 * Whether an alarm watches a filter's metric. `apart`: it names that metric, but in a way that never meets the filter's data;
 * `open`: what would have to be known to tell.
 */
export type Watching =
	| { readonly state: "yes" | "no" }
	| { readonly state: "apart"; readonly because: string }
	| { readonly state: "open"; readonly open: Reading };

const NO: Watching = { state: "no" };

/** The metrics that an alarm watches: its own, and those of its queries. */
export function watchedBy(alarm: Resource<MetricAlarmArgs>): readonly WatchedMetric[] {
	const metrics: WatchedMetric[] = [];
	if (!alarm.read("metricName").isAbsent)
		metrics.push({
			name: alarm.read("metricName") as Reading,
			namespace: alarm.read("namespace") as Reading,
			dimensions: alarm.read("dimensions") as Reading,
		});
	const queries = alarm.read("metricQueries") as Reading;
	if (queries.isUnknown) metrics.push({ name: queries, namespace: undefined, dimensions: undefined });
	for (const query of queries.items) {
		const metric = query.read("metric");
		const expression = query.read("expression");
		if (!metric.isAbsent)
			metrics.push({ name: metric.read("metricName"), namespace: metric.read("namespace"), dimensions: metric.read("dimensions") });
		else if (expression.isUnknown || /\b(SELECT|SEARCH)\b/i.test(expression.text ?? ""))
			metrics.push({ name: expression, namespace: undefined, dimensions: undefined });
	}
	return metrics;
}

/** Whether an alarm watches the metric that a filter makes. */
export function watches(alarm: Resource<MetricAlarmArgs>, filter: Resource<LogMetricFilterArgs>, graph: ResourceGraph): Watching {
	const order = ["yes", "open", "apart", "no"];
	const found = watchedBy(alarm).map((metric) => compare(alarm, metric, filter, graph));
	return found.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))[0] ?? NO;
}

/** The filters of the stack whose metric an alarm watches, and those of which it cannot be told. */
export function filtersOf(
	alarm: Resource<MetricAlarmArgs>,
	graph: ResourceGraph,
): { readonly filters: readonly Resource<LogMetricFilterArgs>[]; readonly open?: Reading } {
	const seen = graph.all(MetricFilter).map((filter) => [filter, watches(alarm, filter, graph)] as const);
	const filters = seen.flatMap(([filter, { state }]) => (state === "yes" || state === "apart" ? [filter] : []));
	const open = seen.map(([, watching]) => watching).find((watching) => watching.state === "open");
	return open ? { filters, open: open.open } : { filters };
}

/** The alarms of the stack with what each has to do with a filter's metric. */
export function alarmsOn(
	filter: Resource<LogMetricFilterArgs>,
	graph: ResourceGraph,
): readonly (readonly [Resource<MetricAlarmArgs>, Watching])[] {
	return graph.all(MetricAlarm).map((alarm) => [alarm, watches(alarm, filter, graph)] as const);
}

function compare(alarm: Resource, metric: WatchedMetric, filter: Resource<LogMetricFilterArgs>, graph: ResourceGraph): Watching {
	const made = filter.read("metricTransformation") as Reading;
	const fromFilter = (reading: Reading) =>
		reading.isUnknown && graph.follow(alarm, reading, MetricFilter).resources.some((each) => each.urn === filter.urn);
	if (!metric.namespace) return named(metric.name, made.read("name"), fromFilter);
	const parts = [same(metric.name, made.read("name"), fromFilter), same(metric.namespace, made.read("namespace"), fromFilter)];
	const settled = parts.find((part) => part.state === "no") ?? parts.find((part) => part.state === "open");
	return settled ?? sameDimensions(metric.dimensions, made.read("dimensions")) ?? sameRegion(alarm, filter) ?? { state: "yes" };
}

function same(watched: Reading, made: Reading, fromFilter: (reading: Reading) => boolean): Watching {
	if (fromFilter(watched)) return { state: "yes" };
	if (watched.isUnknown || made.isUnknown) return { state: "open", open: watched.isUnknown ? watched : made };
	return { state: watched.text === made.text ? "yes" : "no" };
}

/** A query names the metric somewhere in its text. */
function named(query: Reading, made: Reading, fromFilter: (reading: Reading) => boolean): Watching {
	if (fromFilter(query)) return { state: "yes" };
	if (query.isUnknown || made.isUnknown) return { state: "open", open: query.isUnknown ? query : made };
	return query.text?.split(/[^\w.-]+/).includes(made.text ?? "") ? { state: "yes" } : NO;
}

/** A metric with dimensions and the one without are two metrics. Undefined where they are the same. */
function sameDimensions(watched: Reading | undefined, made: Reading): Watching | undefined {
	if (watched?.isUnknown || made.isUnknown) return { state: "open", open: watched?.isUnknown ? watched : made };
	const names = (reading: Reading | undefined) => (reading?.entries.map(([name]) => name) ?? []).sort().join();
	return names(watched) === names(made) ? undefined : { state: "apart", because: "with other dimensions than the filter gives it" };
}

/** Undefined where nothing says that they are in two Regions. */
function sameRegion(alarm: Resource, filter: Resource): Watching | undefined {
	const [here, there] = [alarm.inputs.read("region"), filter.inputs.read("region")];
	if (here.isAbsent || there.isAbsent) return undefined;
	if (here.isUnknown || there.isUnknown) return { state: "open", open: here.isUnknown ? here : there };
	return here.text === there.text ? undefined : { state: "apart", because: "in another Region than the filter" };
}
