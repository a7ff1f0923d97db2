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
	["a percentile", { statistic: undefined, extendedStatistic: "p90" }, {}, undefined],
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
