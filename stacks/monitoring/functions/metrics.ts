import type { Metrics } from "@aws-lambda-powertools/metrics";
import type { Metric } from "../../../signals/metric";

/** How much of a metric there is. */
export interface Total {
	readonly metric: Metric;
	readonly value: number;
}

/** Writes datapoints as lines of CloudWatch's embedded metric format, each with the dimension `service`, which Powertools adds. */
export interface Emitter {
	/** One happening of a metric whose statistic is `Sum`, in each of its sets of dimensions. `by` is the value of its own dimension, where it has one. */
	happened(metric: Metric, by?: string): void;
	/**
	 * Totals of metrics whose statistic is `Maximum`, at the start of their window: without `by` of the whole window, with `by` of one value of the
	 * dimension that all of them have. At most 100 in one call. CloudWatch takes times of the last two weeks (CloudWatch, User Guide: Embedded metric
	 * format specification).
	 */
	totals(totals: readonly Total[], at: Date, by?: string): void;
}

export function emitter(metrics: Metrics): Emitter {
	return {
		happened(metric, by) {
			const line = metrics.singleMetric();
			for (const set of metric.dimensionSets) line.addDimensions(valuesOf(set, metric, by));
			line.addMetric(metric.name, metric.unit, 1);
		},
		totals(totals, at, by) {
			metrics.setTimestamp(at);
			const [first] = totals;
			if (first && by !== undefined) metrics.addDimensions(valuesOf(first.metric.dimensionSets.at(-1) ?? [], first.metric, by));
			for (const { metric, value } of totals) metrics.addMetric(metric.name, metric.unit, value);
			metrics.publishStoredMetrics();
		},
	};
}

/** The values of a set of dimensions, without the one that Powertools adds: a set of `service` alone is empty here. */
function valuesOf(set: readonly string[], metric: Metric, by: string | undefined): Record<string, string> {
	const [dimension] = set.slice(1);
	if (!dimension) return {};
	if (!by) throw new Error(`${metric.name} was told without its ${dimension}`);
	return { [dimension]: by };
}
