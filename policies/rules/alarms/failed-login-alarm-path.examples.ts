import { FAILED_LOGIN } from "../../../signals/failed-login";
import { type Example, interpolate, ref, resource, UNKNOWN } from "../../engine/example";
import {
	EventRule,
	KmsKey,
	LambdaFunction,
	LambdaPermission,
	LogGroup,
	LogSubscriptionFilter,
	MetricAlarm,
	MetricFilter,
	Queue,
	QueuePolicy,
	SlackChannel,
} from "../../facts/resource-types";
import { alarm, composite, filter, group, queueAlarm, subscription, topic, without } from "./example-parts";

const TOPIC_ELSEWHERE = "arn:aws:sns:eu-west-1:123456789012:oncall-elsewhere";
const PAGER = "arn:aws:ssm-incidents::123456789012:response-plan/oncall";
const end = [topic(), subscription()];
const provider = (name: string, region: string) => ({ type: "pulumi:providers:aws", name, inputs: { region } });
const providers = [provider("ireland", "eu-west-1"), provider("virginia", "us-east-1")];
const slack = resource(SlackChannel, "slack", {
	configurationName: "oncall",
	iamRoleArn: "arn:aws:iam::123456789012:role/slack",
	slackChannelId: "C0EXAMPLE",
	slackTeamId: "T0EXAMPLE",
	snsTopicArns: [ref("oncall")],
});
const page = resource(LambdaFunction, "page", { role: "arn:aws:iam::123456789012:role/page" });
const pages = resource(Queue, "pages", {});
const inQueries = (...metricQueries: unknown[]) => without(alarm({ metricQueries }), "metricName", "namespace", "statistic", "period");
const query = (id: string, metricName: string) => ({
	id,
	metric: { metricName, namespace: FAILED_LOGIN.namespace, period: 300, stat: "Sum" },
});
const succeeded = resource(MetricFilter, "succeededLogins", {
	logGroupName: "/shop/auth",
	pattern: '{ $.event = "login.succeeded" }',
	metricTransformation: { name: "LoginSucceeded", namespace: FAILED_LOGIN.namespace, value: "1" },
});
const insights = (statistic: string) =>
	inQueries({ id: "q", expression: `SELECT ${statistic}(${FAILED_LOGIN.metricName}) FROM "${FAILED_LOGIN.namespace}"`, period: 300 });

export const examples: readonly Example[] = [
	{
		title: "Log group, filter, alarm, topic and subscriber",
		verdict: "pass",
		stack: [filter({ logGroupName: ref("logins", "name") }), group(), alarm(), ...end],
	},
	{ title: "A log group of another stack", verdict: "pass", stack: [filter(), alarm(), ...end] },
	{ title: "Another pattern for failed logins", verdict: "pass", stack: [filter({ pattern: '"auth" "FAILED"' }), alarm(), ...end] },
	{
		title: "A pattern that says little, but a metric whose name says it",
		verdict: "pass",
		stack: [filter({ pattern: '{ $.status = "FAILED" }' }), alarm(), ...end],
	},
	{
		title: "The alarm takes the metric's name from the filter",
		verdict: "pass",
		stack: [filter({ name: FAILED_LOGIN.metricName }), alarm({ metricName: ref("failedLogins", "name") }), ...end],
	},
	{
		title: "An alarm on the rate of failures",
		verdict: "pass",
		stack: [
			filter(),
			inQueries(query("ko", FAILED_LOGIN.metricName), query("ok", "LoginSucceeded"), {
				id: "rate",
				expression: "IF(ok+ko >= 20, 100*ko/(ok+ko), 0)",
				returnData: true,
			}),
			...end,
		],
	},
	{
		title: "An alarm on a Metrics Insights query",
		verdict: "pass",
		stack: [
			filter({}, { dimensions: { org: "$.org" } }),
			inQueries({
				id: "q",
				expression: `SELECT SUM(${FAILED_LOGIN.metricName}) FROM SCHEMA(${FAILED_LOGIN.namespace}, org) GROUP BY org`,
				period: 300,
			}),
			...end,
		],
	},
	{
		title: "Two alarms on the metric, one of which has no subscriber",
		verdict: "pass",
		stack: [filter(), alarm(), without(alarm({}, "early"), "alarmActions"), ...end],
	},
	{
		title: "An anomaly band around failed logins",
		verdict: "pass",
		stack: [
			filter(),
			inQueries(
				{ ...query("m", FAILED_LOGIN.metricName), returnData: true },
				{ id: "band", expression: "ANOMALY_DETECTION_BAND(m, 2)", returnData: true },
			),
			...end,
		],
	},
	{
		title: "The topic is given as a resource, with a subscription in a component",
		verdict: "pass",
		stack: [filter(), alarm({ alarmActions: [ref("oncall", "arn")], okActions: [ref("oncall")], insufficientDataActions: [] }), ...end],
	},
	{ title: "A Slack channel for subscriber", verdict: "pass", stack: [filter(), alarm(), topic(), slack] },
	{
		title: "An e-mail subscription, which is unconfirmed at first",
		verdict: "pass",
		stack: [filter(), alarm(), topic(), subscription({ protocol: "email", endpoint: "oncall@example.com" })],
	},
	{
		title: "An alarm that calls a function",
		verdict: "pass",
		stack: [
			filter(),
			alarm({ alarmActions: [ref("page")] }),
			page,
			resource(LambdaPermission, "alarmsCall", {
				action: "lambda:InvokeFunction",
				function: ref("page", "name"),
				principal: "lambda.alarms.cloudwatch.amazonaws.com",
			}),
		],
	},
	{
		title: "An alarm that calls a function which nothing here lets it call",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [filter(), alarm({ alarmActions: [ref("page")] }), page],
	},
	{
		title: "A function for subscriber, which the topic may call",
		verdict: "pass",
		stack: [
			filter(),
			alarm(),
			topic(),
			subscription({ protocol: "lambda", endpoint: ref("page") }),
			page,
			resource(LambdaPermission, "topicCalls", {
				action: "lambda:InvokeFunction",
				function: ref("page"),
				principal: "sns.amazonaws.com",
				sourceArn: ref("oncall"),
			}),
		],
	},
	{
		title: "A function for subscriber, which nothing here lets the topic call",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [filter(), alarm(), topic(), subscription({ protocol: "lambda", endpoint: ref("page") }), page],
	},
	{
		title: "A queue for subscriber, whose policy lets the topic in",
		verdict: "pass",
		stack: [
			filter(),
			alarm(),
			topic(),
			subscription({ protocol: "sqs", endpoint: ref("pages") }),
			pages,
			resource(QueuePolicy, "topicSends", { queueUrl: ref("pages", "id"), policy: UNKNOWN }),
		],
	},
	{
		title: "A queue for subscriber, which has no policy here",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [filter(), alarm(), topic(), subscription({ protocol: "sqs", endpoint: ref("pages") }), pages],
	},
	{
		title: "A subscription that is unconfirmed in the state",
		verdict: "undetermined",
		reason: "not-decidable",
		forms: ["state", "old-state"],
		stack: [
			filter(),
			alarm(),
			topic(),
			{ ...subscription({ protocol: "email", endpoint: "oncall@example.com" }), outputs: { pendingConfirmation: true } },
		],
	},
	{
		title: "A composite alarm that fires while this alarm does not",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			filter(),
			without(alarm({ name: "logins-fail" }), "alarmActions"),
			composite({ alarmRule: 'ALARM(signups-burst) AND NOT ALARM("logins-fail")', alarmActions: [ref("oncall")] }),
			...end,
		],
	},
	{
		title: "A composite alarm that fires if this alarm is not OK or another one is not in ALARM",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [
			filter(),
			without(alarm(), "alarmActions"),
			composite({
				alarmRule: interpolate('NOT (OK("', ref("loginsFail", "name"), '") AND ALARM("canary"))'),
				alarmActions: [ref("oncall")],
			}),
			...end,
		],
	},
	{
		title: "A second alarm with a low threshold and one with a high threshold",
		verdict: "pass",
		stack: [filter(), alarm({ comparisonOperator: "LessThanThreshold", threshold: 1 }, "few"), alarm(), ...end],
	},
	{
		title: "The Average of ones against a threshold that one reaches",
		verdict: "pass",
		stack: [filter(), alarm({ statistic: "Average", threshold: 1 }), ...end],
	},
	{
		title: "The highest of values that come from the log",
		verdict: "pass",
		stack: [filter({}, { value: "$.failures" }), alarm({ statistic: "Maximum" }), ...end],
	},
	{
		title: "An alarm that starts an incident",
		verdict: "pass",
		stack: [filter(), alarm({ alarmActions: ["arn:aws:ssm-incidents::123456789012:response-plan/logins"] })],
	},
	{
		title: "An alarm in a composite alarm whose rule is unknown until deployment",
		verdict: "undetermined",
		forms: ["preview"],
		stack: [filter(), without(alarm(), "alarmActions"), composite({ alarmActions: [ref("oncall")] }), ...end],
	},
	{
		title: "An alarm that notifies through a composite alarm",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [filter(), without(alarm(), "alarmActions"), composite({ alarmActions: [ref("oncall")] }), ...end],
	},
	{
		title: "An alarm on a metric that the code itself sends",
		verdict: "pass",
		stack: [alarm({ metricName: "failed_logins", namespace: "Shop" }), ...end],
	},
	{
		title: "A metric per organization without an alarm, besides an alarm that notifies a subscriber",
		verdict: "not-applicable",
		stack: [
			resource(MetricFilter, "byOrg", {
				logGroupName: "/shop/auth",
				pattern: FAILED_LOGIN.pattern,
				metricTransformation: { name: "LoginFailedByOrg", namespace: FAILED_LOGIN.namespace, value: "1", dimensions: { org: "$.org" } },
			}),
			filter(),
			alarm(),
			...end,
		],
	},
	{
		title: "A filter for AWS console logins",
		verdict: "not-applicable",
		stack: [
			filter(
				{ pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }' },
				{ name: "ConsoleSigninFailures", namespace: "CIS" },
			),
		],
	},
	{
		title: "A filter for logins that worked",
		verdict: "not-applicable",
		stack: [filter({ pattern: '{ $.event = "login.succeeded" && $.error NOT EXISTS }' }, { name: "LoginSucceeded" })],
	},
	{ title: "An alarm on a queue", verdict: "not-applicable", stack: [queueAlarm()] },
	{
		title: "The alarm on the filter's metric, evaluated via its filter",
		verdict: "not-applicable",
		subject: "loginsFail",
		stack: [filter(), alarm(), ...end],
	},
	{ title: "No alarm", verdict: "fail", property: "metricTransformation", stack: [filter(), group(), ...end] },
	{
		title: "The alarm spells the metric in another way",
		verdict: "fail",
		property: "metricTransformation",
		stack: [filter(), alarm({ metricName: "FailedLogins" }), ...end],
	},
	{
		title: "The alarm looks in another namespace",
		verdict: "fail",
		property: "metricTransformation",
		stack: [filter(), alarm({ namespace: "Shop" }), ...end],
	},
	{
		title: "The filter splits the metric by organisation, and the alarm watches the whole",
		verdict: "fail",
		property: "metricTransformation",
		stack: [filter({}, { dimensions: { org: "$.org" } }), alarm(), ...end],
	},
	{
		title: "Filter and alarm are in two Regions",
		verdict: "fail",
		property: "metricTransformation",
		stack: [filter({ region: "us-east-1" }), alarm({ region: "eu-west-1" }), ...end],
	},
	{
		title: "Two providers put filter and alarm into two Regions",
		verdict: "fail",
		property: "metricTransformation",
		stack: [{ ...filter(), provider: "ireland" }, { ...alarm(), provider: "virginia" }, ...end, ...providers],
	},
	{
		title: "One provider for all resources, in an unknown Region",
		verdict: "pass",
		stack: [filter(), alarm(), ...end, { type: "pulumi:providers:aws", name: "anywhere", inputs: {} }].map((each) => ({
			...each,
			provider: "anywhere",
		})),
	},
	{
		title: "Only the alarm says its Region",
		verdict: "undetermined",
		reason: "not-decidable",
		forms: ["preview"],
		stack: [filter(), alarm({ region: "eu-west-1" }), ...end],
	},
	{
		title: "Two log groups of one name, of which the filter reads the one in its own Region",
		verdict: "pass",
		stack: [
			{ ...filter(), provider: "ireland" },
			{ ...alarm({ alarmActions: [PAGER] }), provider: "ireland" },
			{ ...resource(LogGroup, "ireland-logins", { name: "/shop/auth" }), provider: "ireland" },
			{ ...resource(LogGroup, "virginia-logins", { name: "/shop/auth", logGroupClass: "INFREQUENT_ACCESS" }), provider: "virginia" },
			...providers,
		],
	},
	{
		title: "A composite alarm of another Region names an alarm of the same name there",
		verdict: "fail",
		stack: [
			filter({ region: "eu-west-1" }),
			without(alarm({ name: "logins-fail", region: "eu-west-1" }), "alarmActions"),
			composite({ alarmRule: 'ALARM("logins-fail")', alarmActions: [PAGER], region: "us-east-1" }),
		],
	},
	{
		title: "AWS answered with two Regions, as two providers have it",
		verdict: "fail",
		property: "metricTransformation",
		forms: ["state", "old-state"],
		stack: [{ ...filter(), outputs: { region: "eu-west-1" } }, { ...alarm(), outputs: { region: "us-east-1" } }, ...end],
	},
	{
		title: "The alarm fires when few logins fail",
		verdict: "fail",
		stack: [filter(), alarm({ comparisonOperator: "LessThanThreshold", threshold: 1 }), ...end],
	},
	{
		title: "The alarm takes the Average of ones, which never reaches its threshold",
		verdict: "fail",
		stack: [filter(), alarm({ statistic: "Average", threshold: 20 }), ...end],
	},
	{
		title: "The filter publishes the value 0, of which no sum reaches the threshold",
		verdict: "fail",
		message: 'alarm "loginsFail" uses the Sum of a metric that never reaches its threshold',
		stack: [filter({}, { value: "0" }), alarm(), ...end],
	},
	{
		title: "The number of log lines, for a filter that publishes the value 0",
		verdict: "pass",
		stack: [filter({}, { value: "0" }), alarm({ statistic: "SampleCount" }), ...end],
	},
	{
		title: "A percentile of ones, which never reaches the threshold",
		verdict: "fail",
		message: "uses the p99 of a metric that never reaches its threshold",
		stack: [filter(), without(alarm({ extendedStatistic: "p99" }), "statistic"), ...end],
	},
	{
		title: "A percentile of values from the log line",
		verdict: "pass",
		stack: [filter({}, { value: "$.failures" }), without(alarm({ extendedStatistic: "p99" }), "statistic"), ...end],
	},
	{
		title: "The alarm evaluates a unit that the filter does not publish",
		verdict: "fail",
		message: "evaluates only data with a unit that no metric filter publishes for this metric",
		stack: [filter(), alarm({ unit: "Count" }), ...end],
	},
	{
		title: "The alarm and the filter have the same unit",
		verdict: "pass",
		stack: [filter({}, { unit: "Count" }), alarm({ unit: "Count" }), ...end],
	},
	{
		title: "More breaching datapoints than evaluated periods",
		verdict: "fail",
		stack: [filter(), alarm({ datapointsToAlarm: 5 }), ...end],
	},
	{
		title: "A longer range than CloudWatch evaluates",
		verdict: "fail",
		stack: [filter(), alarm({ period: 3600, evaluationPeriods: 200 }), ...end],
	},
	{
		title: "An expression that is always zero",
		verdict: "fail",
		message: "evaluates data that never reaches its threshold",
		stack: [filter(), inQueries(query("ko", FAILED_LOGIN.metricName), { id: "e", expression: "ko * 0", returnData: true }), ...end],
	},
	{
		title: "A condition that is always false",
		verdict: "fail",
		stack: [
			filter(),
			inQueries(query("ko", FAILED_LOGIN.metricName), { id: "e", expression: "ko > 20 AND FALSE", returnData: true }),
			...end,
		],
	},
	{
		title: "The share of failed logins as a fraction, against a threshold in percent",
		verdict: "fail",
		stack: [
			filter(),
			succeeded,
			inQueries(query("ko", FAILED_LOGIN.metricName), query("ok", "LoginSucceeded"), {
				id: "rate",
				expression: "ko / (ok + ko)",
				returnData: true,
			}),
			...end,
		],
	},
	{
		title: "The share of failed logins in percent",
		verdict: "pass",
		stack: [
			filter(),
			succeeded,
			inQueries(query("ko", FAILED_LOGIN.metricName), query("ok", "LoginSucceeded"), {
				id: "rate",
				expression: "100 * ko / (ok + ko)",
				returnData: true,
			}),
			...end,
		],
	},
	{
		title: "An expression with an id that no query has",
		verdict: "fail",
		message: "has an expression with an id that none of its queries has",
		stack: [filter(), inQueries(query("ko", FAILED_LOGIN.metricName), { id: "e", expression: "ko + failed", returnData: true }), ...end],
	},
	{
		title: "A Metrics Insights query in another Region than the filter",
		verdict: "fail",
		property: "metricTransformation",
		message: "in another Region than the filter",
		stack: [filter({ region: "us-east-1" }), { ...insights("SUM"), inputs: { ...insights("SUM").inputs, region: "eu-west-1" } }, ...end],
	},
	{
		title: "A Metrics Insights query of another namespace",
		verdict: "fail",
		property: "metricTransformation",
		message: "of another namespace",
		stack: [filter({}, { namespace: "Shop" }), insights("SUM"), ...end],
	},
	{
		title: "The average of ones in a Metrics Insights query",
		verdict: "fail",
		stack: [filter(), insights("AVG"), ...end],
	},
	{
		title: "A pattern with conditions that exclude each other",
		verdict: "fail",
		property: "pattern",
		message: "its pattern requires conditions that exclude each other",
		stack: [filter({ pattern: '{ ($.event = "login.failed") && ($.event = "login.denied") }' }), alarm(), ...end],
	},
	{
		title: "A pattern with alternative conditions",
		verdict: "pass",
		stack: [filter({ pattern: '{ ($.event = "login.failed") || ($.event = "login.denied") }' }), alarm(), ...end],
	},
	{
		title: "A pattern that excludes its own term",
		verdict: "fail",
		property: "pattern",
		stack: [filter({ pattern: '"login failed" -failed' }), alarm(), ...end],
	},
	{
		title: "A composite alarm whose rule is never true",
		verdict: "fail",
		message: 'composite alarm "attack" has an alarmRule that is never true',
		stack: [
			filter(),
			without(alarm({ name: "logins-fail" }), "alarmActions"),
			composite({ alarmRule: 'ALARM("logins-fail") AND NOT ALARM("logins-fail")', alarmActions: [ref("oncall")] }),
			...end,
		],
	},
	{
		title: "A composite alarm whose rule is always true",
		verdict: "fail",
		message: 'composite alarm "attack" has an alarmRule that is always true',
		stack: [
			filter(),
			without(alarm({ name: "logins-fail" }), "alarmActions"),
			composite({ alarmRule: 'ALARM("logins-fail") OR TRUE', alarmActions: [ref("oncall")] }),
			...end,
		],
	},
	{
		title: "A composite alarm that does not fire during a deployment",
		verdict: "pass",
		stack: [
			filter(),
			without(alarm({ name: "logins-fail" }), "alarmActions"),
			composite({ alarmRule: 'ALARM("logins-fail") AND NOT ALARM("deployment")', alarmActions: [ref("oncall")] }),
			...end,
		],
	},
	{
		title: "The alarm asks for the metric, and weighs another one",
		verdict: "fail",
		property: "metricTransformation",
		stack: [filter(), inQueries(query("ko", FAILED_LOGIN.metricName), { ...query("ok", "LoginSucceeded"), returnData: true }), ...end],
	},
	{
		title: "An alarm on a metric that the application publishes, which fires when few logins fail",
		verdict: "fail",
		property: "comparisonOperator",
		stack: [alarm({ metricName: "failed_logins", namespace: "Shop", comparisonOperator: "LessThanThreshold" }), ...end],
	},
	{
		title: "The log group is of a class on which filters do not work",
		verdict: "fail",
		property: "logGroupName",
		stack: [filter({ logGroupName: ref("logins", "name") }), group({ logGroupClass: "INFREQUENT_ACCESS" }), alarm(), ...end],
	},
	{ title: "The alarm's actions are switched off", verdict: "fail", stack: [filter(), alarm({ actionsEnabled: false }), ...end] },
	{
		title: "The alarm only says when all is well again",
		verdict: "fail",
		stack: [filter(), without(alarm({ okActions: [ref("oncall")] }), "alarmActions"), ...end],
	},
	{ title: "The topic has no subscriber", verdict: "fail", stack: [filter(), alarm(), topic()] },
	{
		title: "The topic's only subscriber filters by attributes, which alarms do not have",
		verdict: "fail",
		stack: [filter(), alarm(), topic(), subscription({ filterPolicy: '{"severity":["page"]}' })],
	},
	{
		title: "A composite alarm whose topic has no subscriber",
		verdict: "fail",
		stack: [filter(), without(alarm(), "alarmActions"), composite({ alarmActions: [ref("oncall")] }), topic()],
	},
	{
		title: "An alarm on a metric that the code itself sends, without an action",
		verdict: "fail",
		property: "alarmActions",
		stack: [without(alarm({ metricName: "failed_logins", namespace: "Shop" }), "alarmActions")],
	},
	{
		title: "A topic of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [filter(), alarm({ alarmActions: [TOPIC_ELSEWHERE] })],
	},
	{
		title: "An event rule listens to alarms",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			filter(),
			without(alarm(), "alarmActions"),
			resource(EventRule, "alarms", { eventPattern: '{"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"]}' }),
		],
	},
	{
		title: "A pattern unknown until deployment",
		verdict: "undetermined",
		property: "pattern",
		stack: [filter({ pattern: UNKNOWN }), alarm(), ...end],
	},
	{
		title: "An alarm whose metric is unknown until deployment",
		verdict: "undetermined",
		stack: [filter(), alarm({ metricName: UNKNOWN }), ...end],
	},
	{
		title: "An action that is unknown until deployment",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [filter(), alarm({ alarmActions: UNKNOWN }), topic()],
	},
	{
		title: "Nothing counts failed logins in the stack that holds the monitoring",
		verdict: "fail",
		subject: "stack",
		project: { components: ["monitoring"] },
		stack: [queueAlarm({ alarmActions: [ref("oncall")] }), ...end],
	},
	{
		title: "The logs are sent on to another tool, which may count failed logins",
		verdict: "undetermined",
		reason: "not-decidable",
		subject: "stack",
		project: { components: ["monitoring"] },
		stack: [
			group(),
			resource(LogSubscriptionFilter, "forwarder", {
				logGroup: "/shop/auth",
				filterPattern: "",
				destinationArn: "arn:aws:lambda:eu-west-1:123456789012:function:datadog-forwarder",
			}),
		],
	},
	{
		title: "Nothing counts failed logins in a stack for something else",
		verdict: "undetermined",
		reason: "other-stack",
		subject: "stack",
		stack: [resource(MetricAlarm, "cpu", { metricName: "CPUUtilization", namespace: "AWS/RDS", evaluationPeriods: 3 })],
	},
	{
		title: "A stack without logs, alarms and workloads",
		verdict: "not-applicable",
		subject: "stack",
		stack: [resource(KmsKey, "data", { enableKeyRotation: true })],
	},
];
