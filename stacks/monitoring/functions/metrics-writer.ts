import type { Metrics } from "@aws-lambda-powertools/metrics";
import type { Metric } from "../../../signals/metric";

/** A metric with its total. */
export interface Total {
	readonly metric: Metric;
	readonly value: number;
}

/** Writes datapoints in CloudWatch embedded metric format, with the dimension `service`, which Powertools adds. */
export interface MetricsWriter {
	/** Counts one occurrence of a metric with statistic `Sum`, in each of its dimension sets. `by` is the value of its second dimension, if it has one. */
	increment(metric: Metric, by?: string): void;
	/**
	 * Publishes totals of metrics with statistic `Maximum`, with the window's start as timestamp: without `by` for the whole window, with `by` for one value
	 * of the second dimension, which all of them have. At most 100 per call. CloudWatch accepts timestamps of the last two weeks (CloudWatch, User Guide:
	 * Embedded metric format specification).
	 */
	publishTotals(totals: readonly Total[], at: Date, by?: string): void;
}

export function metricsWriter(metrics: Metrics): MetricsWriter {
	return {
		increment(metric, by) {
			const line = metrics.singleMetric();
			for (const set of metric.dimensionSets) line.addDimensions(valuesOf(set, metric, by));
			line.addMetric(metric.name, metric.unit, 1);
		},
		publishTotals(totals, at, by) {
			metrics.setTimestamp(at);
			const [first] = totals;
			if (first && by !== undefined) metrics.addDimensions(valuesOf(first.metric.dimensionSets.at(-1) ?? [], first.metric, by));
			for (const { metric, value } of totals) metrics.addMetric(metric.name, metric.unit, value);
			metrics.publishStoredMetrics();
		},
	};
}

/** The values of a dimension set, without `service`, which Powertools adds. */
function valuesOf(set: readonly string[], metric: Metric, by: string | undefined): Record<string, string> {
	const [dimension] = set.slice(1);
	if (!dimension) return {};
	if (!by) throw new Error(`${metric.name} requires a value for the dimension ${dimension}`);
	return { [dimension]: by };
}
