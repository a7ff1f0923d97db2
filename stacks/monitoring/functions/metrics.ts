import type { Metrics } from "@aws-lambda-powertools/metrics";
import type { Metric } from "../../../signals/metric";

/** Writes datapoints as lines of CloudWatch's embedded metric format, each with the dimension `service`, which Powertools adds. */
export interface Emitter {
	/** One happening of a metric whose statistic is `Sum`, in each of its sets of dimensions. `by` is the value of its own dimension, where it has one. */
	happened(metric: Metric, by?: string): void;
	/**
	 * The total of a window, of a metric whose statistic is `Maximum`: without `by` of the whole window, with `by` of one value of the metric's own
	 * dimension. CloudWatch takes times of the last two weeks (CloudWatch, User Guide: Embedded metric format specification).
	 */
	total(metric: Metric, value: number, window: Date, by?: string): void;
}

export function emitter(metrics: Metrics): Emitter {
	return {
		happened(metric, by) {
			const line = metrics.singleMetric();
			for (const set of metric.dimensionSets) line.addDimensions(valuesOf(set, metric, by));
			line.addMetric(metric.name, metric.unit, 1);
		},
		total(metric, value, window, by) {
			const line = metrics.singleMetric();
			line.setTimestamp(window);
			if (by !== undefined) line.addDimensions(valuesOf(metric.dimensionSets.at(-1) ?? [], metric, by));
			line.addMetric(metric.name, metric.unit, value);
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
