import type { Series } from "./series";

/** Seconds that a datapoint of an alarm stands for: whole windows, so that a window's total is never split. */
export type Period = 300 | 3600;

/** A name within an expression; CloudWatch wants a lower-case letter first. */
export type SeriesId = Lowercase<string>;

/** What an alarm or a widget looks at: one line of data, or one number that an expression makes of several. */
export type Watch = Series | Expression;

export interface Expression {
	/** Metric math over the names in `of`. */
	readonly expression: string;
	readonly label: string;
	readonly of: Readonly<Record<SeriesId, Series>>;
}

export function isExpression(watch: Watch): watch is Expression {
	return "expression" in watch;
}

/** The lines of data that a watch reads. */
export function seriesOf(watch: Watch): readonly Series[] {
	return isExpression(watch) ? Object.values(watch.of) : [watch];
}

/** What is counted, where it is a share of all as well: a big product always has some of it. */
export function countedFrom({ part, of, share: least, label }: CountedDetails): Expression {
	const all = Object.keys(of).join(" + ");
	return { expression: `IF(100 * ${part} >= ${least} * (${all}), ${part}, 0)`, label, of };
}

export interface CountedDetails {
	/** Id of the series that is counted. */
	readonly part: SeriesId;
	/** All series by id: totals, which are there in every period. */
	readonly of: Readonly<Record<SeriesId, Series>>;
	/** The share of all in percent, below which it counts for nothing. */
	readonly share: number;
	readonly label: string;
}

/** A number of a happening that may not have happened at all in a period. */
function orZero(id: string, series: Series): string {
	return series.grows ? id : `FILL(${id}, 0)`;
}

/**
 * The share of some of all, in percent; zero below a floor, so that one failure at night is not 100 percent.
 *
 * @param part ids of the series that are counted
 * @param of all series by id
 */
export function share({ part, of, floor, label }: ShareDetails): Expression {
	const term = (id: string) => orZero(id, of[id as SeriesId] as Series);
	const sum = (ids: readonly string[]) => ids.map(term).join(" + ");
	const all = sum(Object.keys(of));
	return { expression: `IF(${all} >= ${floor}, 100 * (${sum(part)}) / (${all}), 0)`, label, of };
}

/** The share of what is part of another number already, in percent; zero below a floor of that number. */
export function shareWithin({ part, all, of, floor, label }: ShareWithinDetails): Expression {
	return { expression: `IF(${all} >= ${floor}, 100 * ${part} / ${all}, 0)`, label, of };
}

export interface ShareWithinDetails {
	/** Ids of the two series: totals, which are there in every period. */
	readonly part: SeriesId;
	readonly all: SeriesId;
	readonly of: Readonly<Record<SeriesId, Series>>;
	readonly floor: number;
	readonly label: string;
}

export interface ShareDetails {
	readonly part: readonly SeriesId[];
	readonly of: Readonly<Record<SeriesId, Series>>;
	readonly floor: number;
	readonly label: string;
}
