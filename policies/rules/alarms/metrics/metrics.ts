import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { Reading } from "../../../engine/reading";
import type { Placement } from "../../../engine/region";
import type { Resource } from "../../../engine/resource";

export type MetricAlarmResource = Resource<MetricAlarmArgs>;
export type MetricFilterResource = Resource<LogMetricFilterArgs>;

/** A metric that an alarm evaluates. */
export interface WatchedMetric {
	/** The metric's name, or the text of a query that contains it. */
	readonly name: Reading;
	/** Absent for a query. */
	readonly namespace: Reading | undefined;
	readonly dimensions: Reading | undefined;
	/** The unknown value that decides whether the alarm evaluates this metric. */
	readonly dependsOn?: Reading;
}

/** The metrics that an alarm evaluates: its own, and those of the metric queries that affect its state. */
export function watchedMetrics(alarm: MetricAlarmResource): readonly WatchedMetric[] {
	return alarm.memoize(findWatchedMetrics);
}

function findWatchedMetrics(alarm: MetricAlarmResource): readonly WatchedMetric[] {
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
	for (const { query, ...rest } of effectiveQueries(alarm)) {
		const metric = query.read("metric");
		const expression = query.read("expression");
		if (!metric.isAbsent) {
			const [name, namespace, dimensions] = [metric.read("metricName"), metric.read("namespace"), metric.read("dimensions")];
			metrics.push({ name, namespace, dimensions, ...rest });
		} else if (expression.isUnknown || /\b(SELECT|SEARCH)\b/i.test(expression.text ?? ""))
			metrics.push({ name: expression, namespace: undefined, dimensions: undefined, ...rest });
	}
	return metrics;
}

/** The query that the alarm evaluates, and those that its expression refers to; all queries if that is unknown. */
function effectiveQueries(alarm: MetricAlarmResource): readonly { readonly query: Reading; readonly dependsOn?: Reading }[] {
	const queries = alarm.read("metricQueries").items as readonly Reading[];
	const band = alarm.read("thresholdMetricId") as Reading;
	const effective = new Set(queries.filter((query) => query.read("returnData").flag || query.read("id").is(band.text ?? "")));
	let dependsOn = [band, ...queries.flatMap((query) => [query.read("id"), query.read("returnData")])].find((each) => each.isUnknown);
	for (const query of effective) {
		const expression = query.read("expression");
		if (expression.isUnknown) dependsOn ??= expression;
		const words = new Set(expression.text?.match(/\w+/g));
		for (const other of queries) if (words.has("METRICS") || words.has(other.read("id").text ?? "")) effective.add(other);
	}
	if (!dependsOn && effective.size === 0) return queries.map((query) => ({ query }));
	const others = dependsOn ? queries.filter((query) => !effective.has(query)) : [];
	return [...[...effective].map((query) => ({ query })), ...others.map((query) => ({ query, ...(dependsOn && { dependsOn }) }))];
}

/** The metric that a metric filter publishes. */
export interface PublishedMetric {
	readonly filter: MetricFilterResource;
	readonly name: Reading;
	readonly namespace: Reading;
	readonly dimensions: Reading;
}

/** The metric that a metric filter publishes. */
export function publishedMetric(filter: MetricFilterResource): PublishedMetric {
	return filter.memoize(findPublishedMetric);
}

function findPublishedMetric(filter: MetricFilterResource): PublishedMetric {
	const transformation = filter.read("metricTransformation") as Reading;
	return {
		filter,
		name: transformation.read("name"),
		namespace: transformation.read("namespace"),
		dimensions: transformation.read("dimensions"),
	};
}

/** The names of a metric's dimensions as text: metrics with different dimensions are different metrics. */
export function dimensionNames(dimensions: Reading | undefined): string {
	return (dimensions?.entries.map(([name]) => name) ?? []).sort().join();
}

/** A key that identical metrics share; undefined if a part of it is unknown. */
export function metricKey(
	{ region, provider, unknownRegion }: Placement,
	{ name, namespace, dimensions }: Pick<WatchedMetric, "name" | "namespace" | "dimensions">,
): string | undefined {
	if (unknownRegion || !namespace || [name, namespace, dimensions].some((each) => each?.isUnknown)) return undefined;
	return JSON.stringify([name.text, namespace.text, dimensionNames(dimensions), region, provider]);
}
