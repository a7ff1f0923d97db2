import type { Series } from "./series";

/** Period in seconds: whole windows, so that a window's total is never split. */
export type Period = 300 | 3600;

/** An id within an expression; CloudWatch requires a lower-case first letter. */
export type SeriesId = Lowercase<string>;

/** What an alarm or a widget queries: a series, or an expression over several. */
export type MetricQuery = Series | MetricExpression;

export interface MetricExpression {
	/** Metric math over the ids in `series`. */
	readonly expression: string;
	readonly label: string;
	readonly series: Readonly<Record<SeriesId, Series>>;
}

export function isExpression(watch: MetricQuery): watch is MetricExpression {
	return "expression" in watch;
}

/** The series that a query reads. */
export function seriesOf(watch: MetricQuery): readonly Series[] {
	return isExpression(watch) ? Object.values(watch.series) : [watch];
}

/** A count if it is also a significant share of all, otherwise zero: large products always have some failures. */
export function countIfShare({ part, series, share: least, label }: CountIfShareDetails): MetricExpression {
	const all = Object.keys(series).join(" + ");
	return { expression: `IF(100 * ${part} >= ${least} * (${all}), ${part}, 0)`, label, series };
}

export interface CountIfShareDetails {
	/** Id of the counted series. */
	readonly part: SeriesId;
	/** All series by id: totals, which have data in every period. */
	readonly series: Readonly<Record<SeriesId, Series>>;
	/** The minimum share of all, in percent. */
	readonly share: number;
	readonly label: string;
}

/** A counter has no data in periods without an occurrence. */
function orZero(id: string, series: Series): string {
	return series.cumulative ? id : `FILL(${id}, 0)`;
}

/**
 * The share of some series in the sum of all, in percent; zero if the sum is below a floor, so that one failure at night is not 100 percent.
 *
 * @param part ids of the series in the numerator
 * @param of all series by id
 */
export function share({ part, series, floor, label }: ShareDetails): MetricExpression {
	const term = (id: string) => orZero(id, series[id as SeriesId] as Series);
	const sum = (ids: readonly string[]) => ids.map(term).join(" + ");
	const all = sum(Object.keys(series));
	return { expression: `IF(${all} >= ${floor}, 100 * (${sum(part)}) / (${all}), 0)`, label, series };
}

/** The share of a series in another that includes it, in percent; zero if that one is below a floor. */
export function shareWithin({ part, all, series, floor, label }: ShareWithinDetails): MetricExpression {
	return { expression: `IF(${all} >= ${floor}, 100 * ${part} / ${all}, 0)`, label, series };
}

export interface ShareWithinDetails {
	/** Ids of the two series: totals, which have data in every period. */
	readonly part: SeriesId;
	readonly all: SeriesId;
	readonly series: Readonly<Record<SeriesId, Series>>;
	readonly floor: number;
	readonly label: string;
}

export interface ShareDetails {
	readonly part: readonly SeriesId[];
	readonly series: Readonly<Record<SeriesId, Series>>;
	readonly floor: number;
	readonly label: string;
}
