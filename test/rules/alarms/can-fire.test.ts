import { resource, toResourceData, UNKNOWN } from "../../../policies/engine/example";
import { ResourceGraph } from "../../../policies/engine/graph";
import { MetricAlarm, MetricFilter } from "../../../policies/facts/resource-types";
import { whyItCannotFire } from "../../../policies/rules/alarms/metrics/can-fire";

const transformation = { name: "LoginFailed", namespace: "Shop", value: "1" };

function reasonOf(alarm: object, filter: object = {}): string | undefined {
	const stack = [
		resource(MetricAlarm, "logins", {
			metricName: "LoginFailed",
			namespace: "Shop",
			comparisonOperator: "GreaterThanOrEqualToThreshold",
			statistic: "Sum",
			threshold: 10,
			...alarm,
		} as never),
		resource(MetricFilter, "failed", {
			pattern: "x",
			logGroupName: "shop",
			metricTransformation: { ...transformation, ...filter },
		} as never),
	];
	const graph = new ResourceGraph(toResourceData({ stack }, "state"));
	return whyItCannotFire(graph.all(MetricAlarm)[0] as never, graph)?.verdict;
}

it.each<[string, object, object, string | undefined]>([
	["a sum", {}, {}, undefined],
	["an unknown operator", { comparisonOperator: UNKNOWN }, {}, "undetermined"],
	["an operator for few failures", { comparisonOperator: "LessThanThreshold" }, {}, "fail"],
	["the other operator for few failures", { comparisonOperator: "LessThanOrEqualToThreshold" }, {}, "fail"],
	["a sum of zeros", {}, { value: "0" }, "fail"],
	["a sum of negative values", {}, { value: "-1" }, "fail"],
	["a sum of zeros that must not be negative", { threshold: 0 }, { value: "0" }, undefined],
	["a sum of zeros with another default value", {}, { value: "0", defaultValue: "1" }, undefined],
	["a sample count of zeros", { statistic: "SampleCount" }, { value: "0" }, undefined],
	["a sum of fractions", {}, { value: "0.5" }, undefined],
	["a sum of an unknown value", {}, { value: UNKNOWN }, "undetermined"],
	["a sum of values from the log line", {}, { value: "$.count" }, undefined],
	["a sum above a high threshold", { threshold: 1_000_000_000 }, {}, undefined],
	["a percentile", { statistic: undefined, extendedStatistic: "p90" }, {}, "fail"],
	["a percentile that reaches the threshold", { statistic: undefined, extendedStatistic: "p90", threshold: 1 }, {}, undefined],
	["a percentile of values from the log line", { statistic: undefined, extendedStatistic: "p90" }, { value: "$.latency" }, undefined],
	["a trimmed mean", { statistic: undefined, extendedStatistic: "tm99" }, {}, "fail"],
	["a trimmed mean of a range", { statistic: undefined, extendedStatistic: "TM(10%:90%)" }, {}, "fail"],
	["a trimmed count", { statistic: undefined, extendedStatistic: "tc99" }, {}, undefined],
	["a trimmed sum", { statistic: undefined, extendedStatistic: "ts99" }, {}, undefined],
	["a percentile rank", { statistic: undefined, extendedStatistic: "PR(:300)" }, {}, undefined],
	["an unknown percentile", { statistic: undefined, extendedStatistic: UNKNOWN }, {}, "undetermined"],
	["a unit that the filter does not publish", { unit: "Count" }, {}, "fail"],
	["the unit of data without a unit", { unit: "None" }, {}, undefined],
	["the unit of the filter", { unit: "Count" }, { unit: "Count" }, undefined],
	["another unit than the filter's", { unit: "Count" }, { unit: "Seconds" }, "fail"],
	["no unit, with a unit of the filter", {}, { unit: "Count" }, undefined],
	["an unknown unit", { unit: UNKNOWN }, {}, "undetermined"],
	["an unknown unit of the filter", { unit: "Count" }, { unit: UNKNOWN }, "undetermined"],
	["a unit without a filter", { unit: "Count", metricName: "Other" }, {}, undefined],
	["more datapoints than periods", { datapointsToAlarm: 5, evaluationPeriods: 3 }, {}, "fail"],
	["as many datapoints as periods", { datapointsToAlarm: 3, evaluationPeriods: 3 }, {}, undefined],
	["an unknown number of periods", { datapointsToAlarm: 3, evaluationPeriods: UNKNOWN }, {}, "undetermined"],
	["one datapoint of an unknown number", { datapointsToAlarm: 1, evaluationPeriods: UNKNOWN }, {}, undefined],
	["more than a day", { period: 300, evaluationPeriods: 300 }, {}, "fail"],
	["a day", { period: 300, evaluationPeriods: 288 }, {}, undefined],
	["seven days of hours", { period: 3600, evaluationPeriods: 168 }, {}, undefined],
	["more than seven days", { period: 86_400, evaluationPeriods: 8 }, {}, "fail"],
	["an unknown period", { period: UNKNOWN, evaluationPeriods: 3 }, {}, "undetermined"],
	["a sample count", { statistic: "SampleCount" }, {}, undefined],
	["a maximum that never reaches the threshold", { statistic: "Maximum" }, {}, "fail"],
	["an average that never reaches the threshold", { statistic: "Average" }, {}, "fail"],
	["a minimum that never reaches the threshold", { statistic: "Minimum" }, {}, "fail"],
	["a maximum that reaches the threshold", { statistic: "Maximum", threshold: 1 }, {}, undefined],
	[
		"a maximum that must exceed its only value",
		{ statistic: "Maximum", threshold: 1, comparisonOperator: "GreaterThanThreshold" },
		{},
		"fail",
	],
	[
		"a maximum that exceeds the threshold",
		{ statistic: "Maximum", threshold: 0, comparisonOperator: "GreaterThanThreshold" },
		{},
		undefined,
	],
	["a default value that reaches the threshold", { statistic: "Maximum", threshold: 5 }, { defaultValue: "5" }, undefined],
	["no default value and a threshold of zero", { statistic: "Maximum", threshold: 0 }, { value: "-1" }, undefined],
	["no default value and a low threshold", { statistic: "Maximum", threshold: 0.5 }, { value: "-1" }, "fail"],
	["a value from the log line", { statistic: "Maximum" }, { value: "$.count" }, undefined],
	["an unknown value", { statistic: "Maximum" }, { value: UNKNOWN }, "undetermined"],
	["an unknown default value", { statistic: "Maximum" }, { defaultValue: UNKNOWN }, "undetermined"],
	["an unknown statistic", { statistic: UNKNOWN }, {}, "undetermined"],
	["an unknown threshold", { statistic: "Maximum", threshold: UNKNOWN }, {}, "undetermined"],
	["no filter for its metric", { statistic: "Maximum", metricName: "Other" }, {}, undefined],
])("%s", (_title, alarm, filter, expected) => {
	expect(reasonOf(alarm, filter)).toBe(expected);
});

const metric = (id: string, metricName: unknown, more: object = {}) => ({
	id,
	metric: { metricName, namespace: "Shop", period: 300, stat: "Sum", ...more },
});
const filterOf = (name: string, more: object = {}) =>
	resource(MetricFilter, name, {
		pattern: "x",
		logGroupName: "shop",
		metricTransformation: { name, namespace: "Shop", value: "1", ...more },
	} as never);
const standard = [filterOf("LoginFailed"), filterOf("LoginSucceeded")];

function reasonOfMath(metricQueries: unknown, more: object = {}, filters = standard): string | undefined {
	const alarm = { comparisonOperator: "GreaterThanOrEqualToThreshold", threshold: 10, metricQueries, ...more };
	const graph = new ResourceGraph(toResourceData({ stack: [resource(MetricAlarm, "logins", alarm as never), ...filters] }, "state"));
	return whyItCannotFire(graph.all(MetricAlarm)[0] as never, graph)?.verdict;
}

const rate = (expression: unknown) => [
	metric("ko", "LoginFailed"),
	metric("ok", "LoginSucceeded"),
	metric("other", "Published"),
	{ id: "total", expression: "ok + ko" },
	{ id: "rate", expression, returnData: true },
];

describe("an expression", () => {
	it.each<[unknown, string | undefined]>([
		["ko", undefined],
		["ko * 0", "fail"],
		["0*ko", "fail"],
		["ko * 1", undefined],
		["ko - ko", "fail"],
		["ko - ok", undefined],
		["ko / ko", "fail"],
		["other * 0", "fail"],
		["other", undefined],
		["ko > 5", "fail"],
		["ko AND FALSE", "fail"],
		["ko > 5 AND 0", "fail"],
		["(ko > 5 && false) * 100", "fail"],
		["(ko > 5 AND ok > 5) * 100", undefined],
		["(ko > 5 OR FALSE) * 100", undefined],
		["(ko < 0) * 100", "fail"],
		["(ko >= 0) * 100", undefined],
		["(ko == 1) * 100", undefined],
		["(0 == 1) * 100", "fail"],
		["(1 != 1) * 100", "fail"],
		["IF(FALSE, ko, 0)", "fail"],
		["IF(0, ko)", undefined],
		["IF(TRUE, ko, 0)", undefined],
		["IF(ko > 5, 1, 0)", "fail"],
		["IF(ko > 5, 10, 0)", undefined],
		["IF(ko > 5, ko, 0)", undefined],
		["IF(ok+ko >= 20, 100*ko/(ok+ko), 0)", undefined],
		["IF(HOUR(ko) > 24, ko, 0)", "fail"],
		["IF(HOUR(ko) > 20, ko, 0)", undefined],
		["ko / (ok + ko)", "fail"],
		["ko / total", "fail"],
		["ko * 5 / total", "fail"],
		["100 * ko / total", undefined],
		["100 * (ko / (ko + ok))", undefined],
		["100 * ko / ok", undefined],
		["ko / other", undefined],
		["FILL(ko, 0) / (FILL(ok, 0) + FILL(ko, 0))", "fail"],
		["100 * FILL(ko, 0) / (FILL(ok, 0) + FILL(ko, 0))", undefined],
		["FILL(ko * 0, 0)", "fail"],
		["FILL(ko * 0, REPEAT)", "fail"],
		["FILL(ko * 0, 20)", undefined],
		["MAX([ko * 0, 5])", "fail"],
		["MAX([ko, 5])", undefined],
		["SUM([ko, ok])", undefined],
		["SUM([ko * 0, 0])", "fail"],
		["SUM(METRICS())", undefined],
		["ABS(0 - ko)", undefined],
		["RATE(ko)", undefined],
		["RATE(ko * 0)", "fail"],
		["-ko", "fail"],
		["-(0 - ko)", undefined],
		["ko ^ 0", undefined],
		["ko / 0", "fail"],
		["ko / 0.5", undefined],
		["5", "fail"],
		["1e1", undefined],
		["rate + 1", undefined],
		["ko + missing", "fail"],
		["ko +", undefined],
		["ko ~ 3", undefined],
		["SEARCH('{Shop} LoginFailed', 'Sum', 300)", undefined],
		[UNKNOWN, "undetermined"],
	])("%s", (expression, expected) => {
		expect(reasonOfMath(rate(expression))).toBe(expected);
	});
});

describe("metric queries", () => {
	const returned = (more: object) => [{ ...metric("m", "LoginFailed", more), returnData: true }];
	const insights = (expression: string) => [{ id: "q", expression, period: 300, returnData: true }];
	const less = { comparisonOperator: "LessThanThreshold", threshold: 0 };

	it.each<[string, unknown, object, string | undefined]>([
		["a sum", returned({}), {}, undefined],
		["an average of ones", returned({ stat: "Average" }), {}, "fail"],
		["an average of ones that reaches the threshold", returned({ stat: "Average" }), { threshold: 1 }, undefined],
		["a percentile of ones", returned({ stat: "p99" }), {}, "fail"],
		["an unknown statistic", returned({ stat: UNKNOWN }), {}, "undetermined"],
		["a unit without data", returned({ unit: "Count" }), {}, "fail"],
		[
			"a unit without data, which is filled",
			[metric("m", "LoginFailed", { unit: "Count" }), { id: "f", expression: "FILL(m, 0)", returnData: true }],
			{},
			"fail",
		],
		["a count below zero", returned({}), less, "fail"],
		["a count below one", returned({}), { ...less, threshold: 1 }, undefined],
		["a difference below zero", rate("ok - ko"), less, undefined],
		["a share of successful logins", rate("100 * ok / total"), { ...less, threshold: 80 }, undefined],
		["a share above 100 percent", rate("100 * ko / total"), { comparisonOperator: "GreaterThanThreshold", threshold: 100 }, "fail"],
		["an unknown operator", rate("ko / total"), { comparisonOperator: UNKNOWN }, "undetermined"],
		["an unknown threshold of a share", rate("ko / total"), { threshold: UNKNOWN }, "undetermined"],
		["an unknown threshold of a count", rate("ko"), { threshold: UNKNOWN }, undefined],
		[
			"an anomaly band",
			[...returned({}), { id: "band", expression: "ANOMALY_DETECTION_BAND(m, 2)", returnData: true }],
			{ thresholdMetricId: "band", threshold: undefined, comparisonOperator: "GreaterThanUpperThreshold" },
			undefined,
		],
		["an average in a Metrics Insights query", insights('SELECT AVG(LoginFailed) FROM "Shop"'), {}, "fail"],
		["a sum in a Metrics Insights query", insights('SELECT SUM(LoginFailed) FROM SCHEMA("Shop", org) GROUP BY org'), {}, undefined],
		["a count in a Metrics Insights query", insights('SELECT COUNT(LoginFailed) FROM "Shop"'), {}, undefined],
		["the maximum of another metric in a Metrics Insights query", insights('SELECT MAX(Published) FROM "Shop"'), {}, undefined],
		[
			"an unknown id",
			[
				{ ...metric("m", "LoginFailed"), id: UNKNOWN },
				{ id: "e", expression: "m / 2", returnData: true },
			],
			{},
			"undetermined",
		],
		[
			"an unknown metric in a share",
			[metric("ko", "LoginFailed"), metric("ok", UNKNOWN), { id: "e", expression: "ko / (ok + ko)", returnData: true }],
			{},
			"undetermined",
		],
		["no query", [], {}, undefined],
		["several returned queries", [...returned({ stat: "Average" }), ...returned({ stat: "Average" })], {}, undefined],
	])("%s", (_title, queries, more, expected) => {
		expect(reasonOfMath(queries, more)).toBe(expected);
	});

	it.each<[string, object, string | undefined]>([
		["a filter that publishes zeros", { value: "0" }, "fail"],
		["a filter with an unknown value", { value: UNKNOWN }, "undetermined"],
		["a filter with a value from the log line", { value: "$.count" }, undefined],
	])("the data of %s", (_title, transformation, expected) => {
		expect(reasonOfMath(rate("FILL(ko, 0) * 100"), {}, [filterOf("LoginFailed", transformation)])).toBe(expected);
	});

	it("several filters for one metric", () => {
		const filters = [filterOf("LoginFailed", { value: "0" }), { ...filterOf("LoginFailed", { value: "1" }), name: "second" }];
		expect(reasonOfMath(returned({}), {}, filters)).toBeUndefined();
	});
});
