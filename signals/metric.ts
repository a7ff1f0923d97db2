/** CloudWatch namespace of this project's metrics. */
export const NAMESPACE = "ScalekitAuth";

/** The dimension that separates deployments; its value is the monitoring's name. Named as in Powertools. */
export const SERVICE = "service";

/** Length of a counting window in seconds; windows start at multiples of it. CloudWatch periods are multiples of 60. */
export const WINDOW_SECONDS = 300;

/**
 * The CloudWatch statistic over one period.
 *
 * `Maximum`: each datapoint is the total of its window so far, published again whenever it may have grown, so that publishing it twice
 * changes nothing; or it is a current value. `Sum`: each datapoint counts one occurrence.
 */
export type Statistic = "Maximum" | "Sum";

export type Unit = "Count" | "Seconds";

/** What publishes a metric. */
export type MetricSource = "publisher" | "receiver" | "poller" | "application" | "access-log";

export interface Metric {
	readonly name: string;
	readonly unit: Unit;
	readonly statistic: Statistic;
	readonly source: MetricSource;
	/** True if a datapoint is the total of its window so far, which may grow after the window has ended. */
	readonly cumulative: boolean;
	/** The dimension sets it is published with, `SERVICE` first in each. */
	readonly dimensionSets: readonly (readonly string[])[];
	/** What a count of one means; a phrase without a full stop. */
	readonly meaning: string;
}

type Details = Pick<Metric, "name" | "meaning"> & { readonly unit?: Unit; readonly by?: string };

/** The total of a window, counted from the ledger by the publisher. */
export function windowTotal({ name, meaning, unit = "Count", by }: Details): Metric {
	return { name, meaning, unit, statistic: "Maximum", source: "publisher", cumulative: true, dimensionSets: setsBy(by) };
}

/** A current value, published by the publisher. */
export function gauge(details: Details): Metric {
	return { ...windowTotal(details), cumulative: false };
}

/** A counter, published by its source with each occurrence. */
export function counter(source: Exclude<MetricSource, "publisher">, { name, meaning, unit = "Count", by }: Details): Metric {
	return { name, meaning, unit, statistic: "Sum", source, cumulative: false, dimensionSets: setsBy(by) };
}

function setsBy(dimension: string | undefined): readonly (readonly string[])[] {
	return dimension ? [[SERVICE], [SERVICE, dimension]] : [[SERVICE]];
}
