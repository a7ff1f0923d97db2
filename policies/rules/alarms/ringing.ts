import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { fail, undetermined, type Verdict } from "../../engine/verdict";
import type { MetricAlarmResource } from "./metrics";
import { type Makers, makersOf } from "./watching";

/** Statistics that do not grow with the number of log lines. */
const NOT_COUNTING = ["Average", "Maximum", "Minimum"] as const;

type Most = number | Reading | undefined;

/** Why an alarm on one metric does not ring when logins fail, or may not; undefined where nothing speaks against it. */
export function doesNotRing(alarm: MetricAlarmResource, graph: ResourceGraph): Verdict | undefined {
	if (alarm.read("metricName").isAbsent) return undefined;
	const operator = alarm.read("comparisonOperator");
	if (operator.isUnknown) return undetermined(operator);
	if (operator.is("LessThanThreshold", "LessThanOrEqualToThreshold"))
		return fail(operator, "rings when few logins fail, not when many do", "Set comparisonOperator to GreaterThanOrEqualToThreshold.");
	const statistic = alarm.read("statistic");
	if (statistic.isAbsent || (statistic.isKnown && !statistic.is(...NOT_COUNTING))) return undefined;
	const most = mostOf(makersOf(alarm, graph), graph);
	if (typeof most === "object") return undetermined(most);
	if (most === undefined) return undefined;
	if (statistic.isUnknown) return undetermined(statistic);
	const threshold = alarm.read("threshold");
	if (threshold.isUnknown) return undetermined(threshold);
	const needed = threshold.number;
	if (needed === undefined || (operator.is("GreaterThanThreshold") ? needed < most : needed <= most)) return undefined;
	return fail(
		statistic,
		`takes the ${statistic.text} of a metric that is never as high as its threshold, however many logins fail`,
		"Set statistic to Sum.",
	);
}

/** The highest value that filters give their metric, or what would have to be known; undefined where they do not say, or there are none. */
function mostOf(makers: Makers, graph: ResourceGraph): Most {
	const known = graph.memoize(highest);
	if (!known.has(makers)) known.set(makers, mostIn(makers));
	return known.get(makers);
}

function highest(): Map<Makers, Most> {
	return new Map();
}

function mostIn({ filters, open }: Makers): Most {
	if (open || filters.length === 0) return undefined;
	let most = Number.NEGATIVE_INFINITY;
	for (const filter of filters) {
		const made = filter.read("metricTransformation") as Reading;
		const readings = [made.read("value"), made.read("defaultValue").or(0)] as const;
		const unseen = readings.find((each) => each.isUnknown);
		if (unseen) return unseen;
		const [value, otherwise] = [readings[0].number, readings[1].number];
		if (value === undefined || otherwise === undefined) return undefined;
		most = Math.max(most, value, otherwise);
	}
	return most;
}
