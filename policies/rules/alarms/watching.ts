import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { MetricAlarm, MetricFilter } from "../../facts/kinds";

type Alarm = Resource<MetricAlarmArgs>;
type Filter = Resource<LogMetricFilterArgs>;

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
export function watchedBy(alarm: Alarm): readonly WatchedMetric[] {
	const metrics: WatchedMetric[] = [];
	if (!alarm.read("metricName").isAbsent)
		metrics.push({
			name: alarm.read("metricName") as Reading,
			namespace: alarm.read("namespace") as Reading,
			dimensions: alarm.read("dimensions") as Reading,
		});
	const queries = alarm.read("metricQueries") as Reading;
	if (queries.isUnknown) metrics.push({ name: queries, namespace: undefined, dimensions: undefined });
	const prometheus = alarm.read("evaluationCriteria").read("promqlCriteria").read("query") as Reading;
	if (!prometheus.isAbsent) metrics.push({ name: prometheus, namespace: undefined, dimensions: undefined });
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

/** The metric that a filter makes. */
interface MadeMetric {
	readonly filter: Filter;
	readonly name: Reading;
	readonly namespace: Reading;
	readonly dimensions: Reading;
}

/** Every alarm of the stack with the metrics that it watches. */
export function watchedIn(graph: ResourceGraph): ReadonlyMap<Alarm, readonly WatchedMetric[]> {
	return new Map(graph.all(MetricAlarm).map((alarm) => [alarm, watchedBy(alarm)]));
}

function filtersIn(graph: ResourceGraph): readonly MadeMetric[] {
	return graph.all(MetricFilter).map((filter) => {
		const made = filter.read("metricTransformation") as Reading;
		return { filter, name: made.read("name"), namespace: made.read("namespace"), dimensions: made.read("dimensions") };
	});
}

/** The filters of the stack whose metric an alarm watches, and what would have to be known to tell of others. */
export function filtersOf(alarm: Alarm, graph: ResourceGraph): { readonly filters: readonly Filter[]; readonly open?: Reading } {
	const metrics = graph.derive(watchedIn).get(alarm) ?? [];
	const filters: Filter[] = [];
	let open: Reading | undefined;
	for (const made of graph.derive(filtersIn)) {
		const watching = watches(alarm, metrics, made, graph);
		if (watching.state === "open") open ??= watching.open;
		else if (watching.state !== "no") filters.push(made.filter);
	}
	return open ? { filters, open } : { filters };
}

/** The alarms of the stack with what each has to do with a filter's metric. */
export function alarmsOn(filter: Filter, graph: ResourceGraph): readonly (readonly [Alarm, Watching])[] {
	const made = graph.derive(filtersIn).find((each) => each.filter.urn === filter.urn);
	if (!made) return [];
	return [...graph.derive(watchedIn)].map(([alarm, metrics]) => [alarm, watches(alarm, metrics, made, graph)]);
}

function watches(alarm: Alarm, metrics: readonly WatchedMetric[], made: MadeMetric, graph: ResourceGraph): Watching {
	const found = metrics.map((metric) => compare(alarm, metric, made, graph));
	for (const wanted of ["yes", "open", "apart"] as const) {
		const best = found.find(({ state }) => state === wanted);
		if (best) return best;
	}
	return NO;
}

function compare(alarm: Alarm, metric: WatchedMetric, made: MadeMetric, graph: ResourceGraph): Watching {
	const fromFilter = (reading: Reading) =>
		reading.isUnknown && graph.follow(alarm, reading, MetricFilter).resources.some((each) => each.urn === made.filter.urn);
	if (!metric.namespace) return named(metric.name, made.name, fromFilter);
	const name = same(metric.name, made.name, fromFilter);
	if (name.state === "no") return NO;
	const namespace = same(metric.namespace, made.namespace, fromFilter);
	if (namespace.state === "no") return NO;
	const open = [name, namespace].find(({ state }) => state === "open");
	return open ?? sameDimensions(metric.dimensions, made.dimensions) ?? sameRegion(alarm, made.filter) ?? { state: "yes" };
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
