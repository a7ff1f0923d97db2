import { type Example, resource, UNKNOWN } from "../../engine/example";
import { MetricAlarm } from "../../facts/resource-types";
import { filter, alarm as loginsFail, queueAlarm, without } from "./example-parts";

const ONCALL = ["arn:aws:sns:eu-west-1:123456789012:oncall"];
const alarm = (inputs: Record<string, unknown> = {}) => loginsFail({ alarmActions: ONCALL, ...inputs });
const untreated = without(alarm(), "treatMissingData");
const silence = (inputs: Record<string, unknown> = {}) =>
	resource(MetricAlarm, "noLogins", {
		metricName: "LoginSucceeded",
		namespace: "Shop",
		statistic: "Sum",
		period: 1800,
		evaluationPeriods: 1,
		threshold: 1,
		comparisonOperator: "LessThanThreshold",
		...inputs,
	});
const succeeded = filter({ pattern: '{ $.event = "login.succeeded" }' }, { name: "LoginSucceeded", namespace: "Shop" });

export const examples: readonly Example[] = [
	{ title: "No failed login is a good sign", verdict: "pass", stack: [alarm(), filter()] },
	{
		title: "The filter publishes zero for log lines that do not match",
		verdict: "pass",
		stack: [untreated, filter({}, { defaultValue: "0" })],
	},
	{
		title: "Neither setting: the alarm stays in INSUFFICIENT_DATA while no login fails",
		verdict: "fail",
		property: "treatMissingData",
		stack: [untreated, filter()],
	},
	{
		title: 'treatMissingData is "missing"',
		verdict: "fail",
		property: "treatMissingData",
		stack: [alarm({ treatMissingData: "missing" }), filter()],
	},
	{
		title: "Missing data is ignored: the alarm fires once and never again",
		verdict: "fail",
		property: "treatMissingData",
		stack: [alarm({ treatMissingData: "ignore" }), filter()],
	},
	{
		title: "Missing data is ignored, and the filter sends zeros",
		verdict: "pass",
		stack: [alarm({ treatMissingData: "ignore" }), filter({}, { defaultValue: "0" })],
	},
	{
		title: "The alarm fires when no login fails",
		verdict: "fail",
		property: "treatMissingData",
		stack: [alarm({ treatMissingData: "breaching" }), filter({}, { defaultValue: "0" })],
	},
	{
		title: "A metric that the code itself sends, also when it is zero",
		verdict: "pass",
		stack: [untreated],
	},
	{
		title: "An alarm on silence that takes silence for a good sign",
		verdict: "fail",
		property: "treatMissingData",
		stack: [silence({ treatMissingData: "notBreaching" })],
	},
	{
		title: "An alarm on silence that is left in INSUFFICIENT_DATA by silence",
		verdict: "fail",
		property: "treatMissingData",
		stack: [silence(), succeeded],
	},
	{ title: "A no-data alarm that fires on missing data", verdict: "pass", stack: [silence({ treatMissingData: "breaching" }), succeeded] },
	{
		title: "A no-data alarm with an action for INSUFFICIENT_DATA",
		verdict: "pass",
		stack: [silence({ insufficientDataActions: ONCALL }), succeeded],
	},
	{
		title: "Fewer logins than usual, where a night without any is no news",
		verdict: "not-applicable",
		stack: [silence({ threshold: 50, treatMissingData: "notBreaching" })],
	},
	{
		title: "A no-data alarm on webhooks that treats missing data as good",
		verdict: "fail",
		property: "treatMissingData",
		stack: [silence({ metricName: "WebhookAccepted", treatMissingData: "notBreaching" })],
	},
	{
		title: "An alarm on a falling success rate",
		verdict: "not-applicable",
		stack: [silence({ metricName: "LoginSuccessRate", statistic: "Average", threshold: 95, treatMissingData: "notBreaching" })],
	},
	{
		title: "A rate that metric math computes",
		verdict: "not-applicable",
		stack: [
			without(
				alarm({ metricQueries: [{ id: "rate", expression: "FILL(ko, 0)", returnData: true }], treatMissingData: "missing" }),
				"metricName",
				"namespace",
			),
			filter(),
		],
	},
	{ title: "An alarm on a queue", verdict: "not-applicable", stack: [queueAlarm({ treatMissingData: "breaching" })] },
	{
		title: "A setting unknown until deployment",
		verdict: "undetermined",
		property: "treatMissingData",
		stack: [alarm({ treatMissingData: UNKNOWN }), filter()],
	},
	{
		title: "Whether the filter sends zeros is unknown until deployment",
		verdict: "undetermined",
		stack: [untreated, filter({}, { defaultValue: UNKNOWN })],
	},
];
