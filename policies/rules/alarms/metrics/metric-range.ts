import type { Reading } from "../../../engine/reading";
import { type Undetermined, undetermined } from "../../../engine/verdict";
import type { MetricFilterResource } from "./metrics";
import { ANY_VALUE, constant, NO_DATA, NOT_NEGATIVE, type Range, union } from "./range";
import type { Publishers } from "./watchers";

/** The values of a statistic, as far as the filters that publish the metric show them. */
export interface StatisticValues {
	/** The range for any value of what is unknown. */
	readonly widest: Range;
	/** The part of the range that does not depend on what is unknown. */
	readonly narrowest: Range;
	readonly unknown?: Undetermined | undefined;
}

export const ANY_VALUES: StatisticValues = { widest: ANY_VALUE, narrowest: ANY_VALUE };

/** The values of an unknown metric or expression. */
export function unknownValues(unknown: Undetermined): StatisticValues {
	return { widest: ANY_VALUE, narrowest: NO_DATA, unknown };
}

/**
 * Statistics within the values of the metric: percentiles, and means without the extremes.
 *
 * Source: CloudWatch User Guide, CloudWatch statistics definitions
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html), read 2026-11.
 */
const EXTENT = String.raw`(?:\d{1,3}(?:\.\d+)?|\([\d.%:]*\))`;
const WITHIN_VALUES = new RegExp(`^(?:average|minimum|maximum|avg|min|max|iqm|(?:p|tm|wm)${EXTENT})$`, "i");
const COUNTS = new RegExp(`^(?:samplecount|count|tc${EXTENT})$`, "i");
const SUMS = new RegExp(`^(?:sum|ts${EXTENT})$`, "i");

/** The name that CloudWatch Logs uses for data without a unit. */
const NO_UNIT = "None";

/** The values of a statistic of a metric, for data with a unit if the alarm asks for one. */
export function statisticValues(statistic: Reading, unit: Reading, publishers: Publishers): StatisticValues {
	const { filters, undetermined: open } = publishers;
	const isCount = SUMS.test(statistic.text ?? "") || COUNTS.test(statistic.text ?? "");
	if (filters.length === 0 && !open) return ANY_VALUES;
	if (filters.length === 0) return { widest: ANY_VALUE, narrowest: isCount ? NOT_NEGATIVE : NO_DATA, unknown: open };
	const withUnit = filters.map((filter) => ({ filter, hasUnit: hasUnit(filter, unit) }));
	const certain = withUnit.filter(({ hasUnit }) => hasUnit === true).map(({ filter }) => filter);
	const possible = withUnit.filter(({ hasUnit }) => hasUnit !== false).map(({ filter }) => filter);
	const unknownUnit = withUnit.flatMap(({ hasUnit }) => (typeof hasUnit === "object" ? [hasUnit] : []))[0];
	const unknownValue = possible.flatMap(unknownIn)[0];
	const unknown = open ?? unknownUnit ?? unknownValue ?? (statistic.isUnknown ? undetermined(statistic) : undefined);
	return {
		widest: open ? ANY_VALUE : rangeOf(statistic, possible.map(valuesOf), ANY_VALUE),
		narrowest: rangeOf(statistic, certain.map(valuesOf), NO_DATA),
		unknown,
	};
}

/** True if a filter publishes no data with the unit that the alarm asks for. */
export function lacksUnit(unit: Reading, { filters, undetermined: open }: Publishers): boolean {
	return unit.isKnown && !open && filters.length > 0 && filters.every((filter) => hasUnit(filter, unit) === false);
}

function hasUnit(filter: MetricFilterResource, unit: Reading): boolean | Undetermined {
	if (unit.isAbsent) return true;
	const published = (filter.read("metricTransformation").read("unit") as Reading<string>).or(NO_UNIT);
	const unknown = [unit, published as Reading].find((each) => each.isUnknown);
	return unknown ? undetermined(unknown) : published.is(unit.text ?? "");
}

function unknownIn(filter: MetricFilterResource): readonly Undetermined[] {
	return publishedValues(filter).flatMap((each) => (each.isUnknown ? [undetermined(each)] : []));
}

/** The value for matching log lines, and the one for other log lines. */
function publishedValues(filter: MetricFilterResource): readonly Reading[] {
	const transformation = filter.read("metricTransformation") as Reading;
	return [transformation.read("value"), transformation.read("defaultValue").or(0)];
}

/** The values that a filter publishes; undefined for one that is unknown. A field of the log line, `$.count`, has any value. */
function valuesOf(filter: MetricFilterResource): readonly (Range | undefined)[] {
	return publishedValues(filter).map((each) =>
		each.isUnknown ? undefined : each.number === undefined ? ANY_VALUE : constant(each.number),
	);
}

function rangeOf(statistic: Reading, published: readonly (readonly (Range | undefined)[])[], unknown: Range): Range {
	if (published.length === 0) return NO_DATA;
	const values = union(...published.flat().map((each) => each ?? unknown));
	const text = statistic.text ?? "";
	if (statistic.isUnknown) return unknown === NO_DATA ? values : unknown;
	if (WITHIN_VALUES.test(text)) return values;
	if (COUNTS.test(text)) return NOT_NEGATIVE;
	if (!SUMS.test(text)) return ANY_VALUE;
	return {
		lowest: values.lowest < 0 ? Number.NEGATIVE_INFINITY : values.lowest,
		highest: values.highest > 0 ? Number.POSITIVE_INFINITY : values.highest,
	};
}
