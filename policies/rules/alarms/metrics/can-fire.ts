import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import { fail, type Undetermined, undetermined, type Verdict } from "../../../engine/verdict";
import { mathValues } from "./math-values";
import { lacksUnit, type StatisticValues, statisticValues } from "./metric-range";
import type { MetricAlarmResource } from "./metrics";
import { isEmpty, type Range } from "./range";
import { publishersOf } from "./watchers";

/** Why an alarm does not fire when logins fail, or may not; undefined if it does. */
export function whyItCannotFire(alarm: MetricAlarmResource, graph: ResourceGraph): Verdict | undefined {
	return whyRejected(alarm) ?? (alarm.read("metricName").isAbsent ? whyMathCannotFire(alarm, graph) : whyMetricCannotFire(alarm, graph));
}

const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_HOUR = 3_600;

/**
 * Why CloudWatch rejects the alarm's evaluation range.
 *
 * Source: CloudWatch API Reference, PutMetricAlarm
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html), read 2026-11.
 */
function whyRejected(alarm: MetricAlarmResource): Verdict | undefined {
	const [datapoints, periods, period] = [alarm.read("datapointsToAlarm"), alarm.read("evaluationPeriods"), alarm.read("period")];
	const isComparable = (...values: readonly Reading[]) => values.every((each) => each.isUnknown || each.number !== undefined);
	if (isComparable(datapoints, periods) && datapoints.number !== 1) {
		const unknown = [datapoints, periods].find((each) => each.isUnknown);
		if (unknown) return undetermined(unknown);
		if (Number(datapoints.number) > Number(periods.number))
			return fail(
				datapoints,
				"requires more breaching datapoints than it evaluates, which CloudWatch rejects",
				"Set datapointsToAlarm to at most evaluationPeriods.",
			);
	}
	if (!isComparable(period, periods)) return undefined;
	const unknown = [period, periods].find((each) => each.isUnknown);
	if (unknown) return undetermined(unknown);
	const range = Number(period.number) * Number(periods.number);
	return range > (Number(period.number) < SECONDS_PER_HOUR ? 1 : 7) * SECONDS_PER_DAY
		? fail(
				periods,
				"evaluates a longer range than CloudWatch accepts: one day, or seven days for periods of at least one hour",
				"Reduce evaluationPeriods.",
			)
		: undefined;
}

function whyMetricCannotFire(alarm: MetricAlarmResource, graph: ResourceGraph): Verdict | undefined {
	const operator = alarm.read("comparisonOperator");
	if (operator.isUnknown) return undetermined(operator);
	if (operator.is("LessThanThreshold", "LessThanOrEqualToThreshold"))
		return fail(operator, "fires when few logins fail, not when many do", "Set comparisonOperator to GreaterThanOrEqualToThreshold.");
	const publishers = publishersOf(alarm, graph);
	const unit = alarm.read("unit") as Reading;
	if (lacksUnit(unit, publishers)) return wrongUnit(unit);
	const [simple, extended] = [alarm.read("statistic"), alarm.read("extendedStatistic")] as readonly Reading[];
	const statistic = (simple?.isAbsent ? extended : simple) as Reading;
	const fires = reaches(alarm, statisticValues(statistic, unit, publishers));
	if (fires !== false) return fires === true ? undefined : fires;
	return fail(
		statistic,
		`uses the ${statistic.text} of a metric that never reaches its threshold, however many logins fail`,
		statistic.is("Sum") ? 'Set the value in the metricTransformation of the filter to "1".' : "Set statistic to Sum.",
	);
}

function wrongUnit(unit: Reading): Verdict {
	return fail(
		unit,
		"evaluates only data with a unit that no metric filter publishes for this metric",
		"Remove the unit, or set the same unit in the metricTransformation of the filter.",
	);
}

function whyMathCannotFire(alarm: MetricAlarmResource, graph: ResourceGraph): Verdict | undefined {
	const values = mathValues(alarm, graph);
	if (!values) return undefined;
	if (values.hasUnknownId)
		return fail(
			values.property,
			"has an expression with an id that none of its queries has, which CloudWatch rejects",
			"Use the ids of the alarm's metricQueries in the expression.",
		);
	const fires = reaches(alarm, values);
	if (fires !== false) return fires === true ? undefined : fires;
	return fail(
		values.property,
		"evaluates data that never reaches its threshold, however many logins fail",
		"Correct the statistic, the unit or the expression of the metric query, or the threshold, so that failed logins can reach it.",
	);
}

/** Whether values may breach the threshold of an alarm. */
function reaches(alarm: MetricAlarmResource, { widest, narrowest, unknown }: StatisticValues): boolean | Undetermined {
	const [operator, threshold] = [alarm.read("comparisonOperator") as Reading, alarm.read("threshold") as Reading];
	const mayBreach = (range: Range) => breaches(range, operator, threshold);
	if (mayBreach(widest) === "never") return false;
	if (mayBreach(narrowest) === "possible") return true;
	const open = [operator, threshold].find((each) => each.isUnknown);
	return open ? undetermined(open) : (unknown ?? true);
}

/** Whether a value of the range may breach the threshold; undefined if that depends on an unknown operator or threshold. */
function breaches(range: Range, operator: Reading, threshold: Reading): "never" | "possible" | undefined {
	if (isEmpty(range)) return "never";
	const comparison = /^(Greater|Less)Than(OrEqualTo)?Threshold$/.exec(operator.text ?? "");
	if (!comparison) return operator.isUnknown && !(isUnlimited(range.lowest) && isUnlimited(range.highest)) ? undefined : "possible";
	const isGreater = comparison[1] === "Greater";
	const limit = isGreater ? range.highest : -range.lowest;
	if (limit === Number.POSITIVE_INFINITY) return "possible";
	if (threshold.isUnknown) return undefined;
	if (threshold.number === undefined) return "possible";
	const needed = isGreater ? threshold.number : -threshold.number;
	return limit > needed || (limit === needed && comparison[2]) ? "possible" : "never";
}

function isUnlimited(limit: number): boolean {
	return !Number.isFinite(limit);
}
