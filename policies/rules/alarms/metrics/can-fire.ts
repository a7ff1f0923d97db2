import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import { fail, type Undetermined, undetermined, type Verdict } from "../../../engine/verdict";
import type { MetricAlarmResource } from "./metrics";
import { type Publishers, publishersOf } from "./watchers";

/** Statistics that do not grow with the number of log lines. */
const NON_COUNTING_STATISTICS = ["Average", "Maximum", "Minimum"] as const;

/** Why an alarm on a single metric does not fire when logins fail, or may not; undefined if it does. */
export function whyItCannotFire(alarm: MetricAlarmResource, graph: ResourceGraph): Verdict | undefined {
	if (alarm.read("metricName").isAbsent) return undefined;
	const operator = alarm.read("comparisonOperator");
	if (operator.isUnknown) return undetermined(operator);
	if (operator.is("LessThanThreshold", "LessThanOrEqualToThreshold"))
		return fail(operator, "fires when few logins fail, not when many do", "Set comparisonOperator to GreaterThanOrEqualToThreshold.");
	const statistic = alarm.read("statistic");
	if (statistic.isAbsent || (statistic.isKnown && !statistic.is(...NON_COUNTING_STATISTICS))) return undefined;
	const highest = graph.memoize(highestValue, publishersOf(alarm, graph));
	if (typeof highest === "object") return highest;
	if (highest === undefined) return undefined;
	if (statistic.isUnknown) return undetermined(statistic);
	const threshold = alarm.read("threshold");
	if (threshold.isUnknown) return undetermined(threshold);
	const needed = threshold.number;
	if (needed === undefined || (operator.is("GreaterThanThreshold") ? needed < highest : needed <= highest)) return undefined;
	return fail(
		statistic,
		`uses the ${statistic.text} of a metric that never reaches its threshold, however many logins fail`,
		"Set statistic to Sum.",
	);
}

/** The highest value that filters publish for a metric; undefined if it is not limited or there are no filters. */
function highestValue(_graph: ResourceGraph, publishers: Publishers): number | Undetermined | undefined {
	if (publishers.undetermined || publishers.filters.length === 0) return undefined;
	let highest = Number.NEGATIVE_INFINITY;
	for (const filter of publishers.filters) {
		const transformation = filter.read("metricTransformation") as Reading;
		const [value, defaultValue] = [transformation.read("value"), transformation.read("defaultValue").or(0)] as const;
		const unknown = [value, defaultValue].find((each) => each.isUnknown);
		if (unknown) return undetermined(unknown);
		if (value.number === undefined || defaultValue.number === undefined) return undefined;
		highest = Math.max(highest, value.number, defaultValue.number);
	}
	return highest;
}
