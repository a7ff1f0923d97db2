/** CloudWatch namespace of all that this project counts. */
export const NAMESPACE = "ScalekitAuth";

/** The dimension that tells one deployed monitoring from another; its value is the monitoring's name. Powertools' own name for it. */
export const SERVICE = "service";

/** Seconds that one window of counting lasts; windows start at multiples of it. CloudWatch takes periods of multiples of 60. */
export const WINDOW_SECONDS = 300;

/**
 * How datapoints of one period make its number.
 *
 * `Maximum`: each datapoint is the total of its whole window so far, published again whenever it may have grown, so that saying it twice
 * changes nothing; or it is how something stands at present. `Sum`: each datapoint is one happening.
 */
export type Statistic = "Maximum" | "Sum";

export type Unit = "Count" | "Seconds";

/** Who writes a metric's datapoints. */
export type Emitter = "publisher" | "receiver" | "poller" | "application" | "access-log";

export interface Metric {
	readonly name: string;
	readonly unit: Unit;
	readonly statistic: Statistic;
	readonly emitter: Emitter;
	/** True where a datapoint is the total of its window so far, which grows for a while after the window is over. */
	readonly grows: boolean;
	/** The sets of dimensions under which it is published, `SERVICE` first in each. */
	readonly dimensionSets: readonly (readonly string[])[];
	/** What one of it is, in a sentence without a full stop. */
	readonly meaning: string;
}

type Details = Pick<Metric, "name" | "meaning"> & { readonly unit?: Unit; readonly by?: string };

/** A total of its window, counted from the ledger by the publisher. */
export function windowTotal({ name, meaning, unit = "Count", by }: Details): Metric {
	return { name, meaning, unit, statistic: "Maximum", emitter: "publisher", grows: true, dimensionSets: setsBy(by) };
}

/** How something stands while the publisher looks: of the present, and done with as soon as it is said. */
export function level(details: Details): Metric {
	return { ...windowTotal(details), grows: false };
}

/** A happening, written by whoever sees it happen. */
export function happening(emitter: Exclude<Emitter, "publisher">, { name, meaning, unit = "Count", by }: Details): Metric {
	return { name, meaning, unit, statistic: "Sum", emitter, grows: false, dimensionSets: setsBy(by) };
}

function setsBy(dimension: string | undefined): readonly (readonly string[])[] {
	return dimension ? [[SERVICE], [SERVICE, dimension]] : [[SERVICE]];
}
