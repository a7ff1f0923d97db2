import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { Reading } from "../../engine/reading";
import type { Placement } from "../../engine/region";
import type { Resource } from "../../engine/resource";

export type MetricAlarmResource = Resource<MetricAlarmArgs>;
export type FilterResource = Resource<LogMetricFilterArgs>;

/** A metric that an alarm watches. */
export interface WatchedMetric {
	/** Its name, or a query's whole text in which it is named. */
	readonly name: Reading;
	/** Absent where the name is a query's text. */
	readonly namespace: Reading | undefined;
	readonly dimensions: Reading | undefined;
	/** What would have to be known to tell whether the alarm weighs this metric. */
	readonly doubt?: Reading;
}

/** The metrics that an alarm watches: its own, and those of the queries that count for it. */
export function watchedBy(alarm: MetricAlarmResource): readonly WatchedMetric[] {
	return alarm.memoize(watched);
}

function watched(alarm: MetricAlarmResource): readonly WatchedMetric[] {
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
	for (const { query, ...doubt } of queriesThatCount(alarm)) {
		const metric = query.read("metric");
		const expression = query.read("expression");
		if (!metric.isAbsent) {
			const [name, namespace, dimensions] = [metric.read("metricName"), metric.read("namespace"), metric.read("dimensions")];
			metrics.push({ name, namespace, dimensions, ...doubt });
		} else if (expression.isUnknown || /\b(SELECT|SEARCH)\b/i.test(expression.text ?? ""))
			metrics.push({ name: expression, namespace: undefined, dimensions: undefined, ...doubt });
	}
	return metrics;
}

/** The query whose data the alarm weighs, and those that its expression names; all of them, with a doubt, where that cannot be told. */
function queriesThatCount(alarm: MetricAlarmResource): readonly { readonly query: Reading; readonly doubt?: Reading }[] {
	const queries = alarm.read("metricQueries").items as readonly Reading[];
	const band = alarm.read("thresholdMetricId") as Reading;
	const counting = new Set(queries.filter((query) => query.read("returnData").flag || query.read("id").is(band.text ?? "")));
	let doubt = [band, ...queries.flatMap((query) => [query.read("id"), query.read("returnData")])].find((each) => each.isUnknown);
	for (const query of counting) {
		const expression = query.read("expression");
		if (expression.isUnknown) doubt ??= expression;
		const words = new Set(expression.text?.match(/\w+/g));
		for (const other of queries) if (words.has("METRICS") || words.has(other.read("id").text ?? "")) counting.add(other);
	}
	if (!doubt && counting.size === 0) return queries.map((query) => ({ query }));
	const others = doubt ? queries.filter((query) => !counting.has(query)) : [];
	return [...[...counting].map((query) => ({ query })), ...others.map((query) => ({ query, ...(doubt && { doubt }) }))];
}

/** The metric that a filter makes. */
export interface MadeMetric {
	readonly filter: FilterResource;
	readonly name: Reading;
	readonly namespace: Reading;
	readonly dimensions: Reading;
}

/** The metric that a filter makes. */
export function madeBy(filter: FilterResource): MadeMetric {
	return filter.memoize(made);
}

function made(filter: FilterResource): MadeMetric {
	const transformation = filter.read("metricTransformation") as Reading;
	return {
		filter,
		name: transformation.read("name"),
		namespace: transformation.read("namespace"),
		dimensions: transformation.read("dimensions"),
	};
}

/** The names of a metric's dimensions, of which the same metric has the same ones. */
export function dimensionNames(dimensions: Reading | undefined): string {
	return (dimensions?.entries.map(([name]) => name) ?? []).sort().join();
}

/** What is the same of two metrics that are watched, or made, alike; undefined where something of it is not known. */
export function keyOf(
	{ region, provider, unknownRegion }: Placement,
	{ name, namespace, dimensions }: Omit<WatchedMetric, "filter">,
): string | undefined {
	if (unknownRegion || !namespace || [name, namespace, dimensions].some((each) => each?.isUnknown)) return undefined;
	return JSON.stringify([name.text, namespace.text, dimensionNames(dimensions), region, provider]);
}
