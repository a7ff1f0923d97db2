import {
	asQueries,
	cdn,
	container,
	edited,
	expression,
	httpApi,
	type Inputs,
	interpolate,
	lambda,
	metricQuery,
	ref,
	res,
	service,
	serviceWith,
	watch,
} from "../parts";
import { type SoundCase, sound } from "../suite-case";

const METRIC = { name: "LoginFailures", namespace: "Acme/Identity", value: "1", defaultValue: "0" };
const publishing = (metric: Inputs, alarm: Inputs = {}) =>
	edited(watch(), { failures: { metricTransformation: { ...METRIC, ...metric } }, "login-failures": alarm });
const alarming = (inputs: Inputs) => edited(watch(), { "login-failures": inputs });
const composite = (alarmRule: unknown, more: object = {}) => [
	...alarming({ alarmActions: undefined, okActions: undefined }),
	res("aws:cloudwatch/compositeAlarm:CompositeAlarm", "attack", {
		alarmName: "identity-attack",
		alarmRule,
		alarmActions: [ref("oncall")],
		...more,
	}),
];
const FAILING = ['ALARM("', ref("login-failures", "name"), '")'] as const;
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Alarms whose values look wrong and are right. */
const alarms: readonly SoundCase[] = [
	sound("The share of failed logins as an average of zeros and ones", alarming({ statistic: "Average", threshold: 0.5 })),
	sound("The maximum above zero", alarming({ statistic: "Maximum", threshold: 0, comparisonOperator: "GreaterThanThreshold" })),
	sound("The number of datapoints", publishing({ defaultValue: undefined }, { statistic: "SampleCount" })),
	sound("Each failed login counts as ten", publishing({ value: "10" }, { statistic: "Average" })),
	sound(
		"The log line says how many attempts failed",
		publishing({ value: "$.attempts", defaultValue: undefined }, { statistic: "Maximum", threshold: 10 }),
	),
	sound(
		"A percentile of a number from the log line",
		publishing({ value: "$.attempts", defaultValue: undefined }, { statistic: undefined, extendedStatistic: "p99" }),
	),
	sound("The unit of the filter in the alarm", publishing({ unit: "Count" }, { unit: "Count" })),
	sound(
		"A rate in percent",
		alarming({
			...asQueries(metricQuery("failed"), metricQuery("all", { metricName: "LoginAttempts" }), expression("100 * failed / MAX([all, 1])")),
			threshold: 20,
		}),
	),
	sound(
		"A product with zero that only fills gaps",
		alarming(asQueries(metricQuery("m1"), metricQuery("m2", { metricName: "LoginAttempts" }), expression("m1 + m2*0"))),
	),
	sound(
		"A condition that asks for enough traffic",
		alarming(asQueries(metricQuery("m1"), metricQuery("m2", { metricName: "LoginAttempts" }), expression("IF(m2 > 50, m1, 0)"))),
	),
	sound(
		"A query that is not evaluated and is always zero",
		alarming(asQueries({ id: "zero", expression: "m1*0", returnData: false }, metricQuery("m1"), expression("m1 + zero"))),
	),
	sound(
		"A pattern with alternatives of one field",
		edited(watch(), { failures: { pattern: '{ ($.event = "login.failed") && (($.reason = "password") || ($.reason = "otp")) }' } }),
	),
	sound(
		"A pattern with a range",
		edited(watch(), { failures: { pattern: '{ ($.event = "login.failed") && ($.status >= 400) && ($.status < 500) }' } }),
	),
	sound("Two filters of one metric: one for failures, zero for successes", [
		...publishing({ defaultValue: undefined }),
		res("aws:cloudwatch/logMetricFilter:LogMetricFilter", "successes", {
			logGroupName: ref("auth-log", "name"),
			pattern: '{ $.event = "login.succeeded" }',
			metricTransformation: { ...METRIC, value: "0", defaultValue: undefined },
		}),
	]),
	sound("A composite alarm with a constant that changes nothing", composite(interpolate(...FAILING, " OR FALSE"))),
	sound("A composite alarm that is silent during maintenance", composite(interpolate(...FAILING, ' AND NOT ALARM("maintenance-window")'))),
	sound(
		"Everything in another Region",
		watch().map((each) => ({ ...each, inputs: { ...each.inputs, region: "eu-central-1" } })),
	),
	sound("Everything through the provider of another Region", [
		res("pulumi:providers:aws", "frankfurt", { region: "eu-central-1" }),
		...watch().map((each) => ({ ...each, provider: "frankfurt" })),
	]),
	sound("An alarm for the absence of logins", [
		...watch(),
		res("aws:cloudwatch/metricAlarm:MetricAlarm", "no-logins", {
			metricName: "LoginsSucceeded",
			namespace: "Acme/Identity",
			statistic: "Sum",
			period: 300,
			evaluationPeriods: 6,
			threshold: 1,
			comparisonOperator: "LessThanThreshold",
			treatMissingData: "breaching",
			alarmActions: [ref("oncall")],
		}),
	]),
];

/** Notifications on unusual ways. */
const notifications: readonly SoundCase[] = [
	sound(
		"A subscriber that filters the body by the state of alarms",
		edited(watch(), { pager: { filterPolicyScope: "MessageBody", filterPolicy: JSON.stringify({ NewStateValue: ["ALARM", "OK"] }) } }),
	),
	sound("A function that SNS may invoke", [
		...edited(watch(), { pager: { protocol: "lambda", endpoint: ref("callback"), endpointAutoConfirms: undefined } }),
		...lambda(),
		res("aws:lambda/permission:Permission", "from-topic", {
			action: "lambda:InvokeFunction",
			function: ref("callback", "name"),
			principal: "sns.amazonaws.com",
			sourceArn: ref("oncall"),
		}),
	]),
	sound("A queue that SNS may send to", [
		...edited(watch(), { pager: { protocol: "sqs", endpoint: ref("alerts"), endpointAutoConfirms: undefined } }),
		res("aws:sqs/queue:Queue", "alerts", { name: "alerts" }),
		res("aws:sqs/queuePolicy:QueuePolicy", "alerts-policy", {
			queueUrl: ref("alerts", "url"),
			policy: interpolate(
				'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"',
				ref("alerts"),
				'","Condition":{"ArnEquals":{"aws:SourceArn":"',
				ref("oncall"),
				'"}}}]}',
			),
		}),
	]),
	sound("A channel of the chat in place of a subscription", [
		...edited(watch(), { pager: null }),
		res("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", "chat", {
			configurationName: "oncall",
			iamRoleArn: "arn:aws:iam::123456789012:role/chat",
			slackChannelId: "C07EZ1ABC23",
			slackTeamId: "T07EA123LEP",
			snsTopicArns: [ref("oncall")],
		}),
	]),
	sound(
		"A topic with a key that CloudWatch may use",
		edited(
			watch(),
			{ oncall: { kmsMasterKeyId: ref("topics", "id") } },
			res("aws:kms/key:Key", "topics", {
				enableKeyRotation: true,
				policy: policy(
					{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
					{
						Effect: "Allow",
						Principal: { Service: ["cloudwatch.amazonaws.com", "sns.amazonaws.com"] },
						Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
						Resource: "*",
						Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
					},
				),
			}),
		),
	),
	sound(
		"A policy of the topic that allows its own account",
		edited(watch(), {
			oncall: {
				policy: policy({
					Effect: "Allow",
					Principal: { AWS: "*" },
					Action: ["sns:Publish", "sns:Subscribe"],
					Resource: "*",
					Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } },
				}),
			},
		}),
	),
];

/** Logs that are where they should be. */
const logs: readonly SoundCase[] = [
	sound(
		"Functions that share a log group of the team",
		edited(lambda({}, { loggingConfig: { logFormat: "JSON", logGroup: "/acme/identity/functions" } }), {
			"callback-logs": { name: "/acme/identity/functions" },
		}),
	),
	sound(
		"A log group that Pulumi names, passed on by its name",
		edited(lambda({}, { loggingConfig: { logFormat: "Text", logGroup: ref("callback-logs", "name") } }), {
			"callback-logs": { name: undefined, namePrefix: "auth-callback-" },
		}),
	),
	sound("Two weeks of flow logs", [
		...lambda(),
		res("aws:cloudwatch/logGroup:LogGroup", "flow", { name: "/acme/vpc/flow", retentionInDays: 14, logGroupClass: "INFREQUENT_ACCESS" }),
	]),
	sound(
		"Logs of logins that are kept for two years for the auditors",
		edited(watch(), { "auth-log": { retentionInDays: 731, skipDestroy: true } }),
	),
	sound(
		"Containers that log to a vendor of logs",
		edited(
			service(
				container(
					{},
					{
						logConfiguration: {
							logDriver: "splunk",
							options: { "splunk-url": "https://splunk.acme.example", "splunk-format": "json" },
							secretOptions: [{ name: "splunk-token", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:splunk-Ab12Cd" }],
						},
					},
				),
			),
			{ "service-logs": null },
		),
	),
	sound(
		"An access log of an HTTP API that goes to a delivery stream",
		edited(httpApi(), {
			"api-access": null,
			live: {
				accessLogSettings: {
					destinationArn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-identity",
					format: "$context.requestId",
				},
			},
		}),
	),
	sound(
		"A distribution whose access log CloudWatch delivers",
		[
			...edited(cdn(), { cdn: { loggingConfig: undefined } }),
			res("aws:cloudwatch/logDeliverySource:LogDeliverySource", "cdn-source", {
				name: "cdn",
				logType: "ACCESS_LOGS",
				resourceArn: ref("cdn"),
				region: "us-east-1",
			}),
			res("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "cdn-bucket", {
				name: "cdn",
				region: "us-east-1",
				deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::acme-cdn-logs" },
			}),
			res("aws:cloudwatch/logDelivery:LogDelivery", "cdn-delivery", {
				deliverySourceName: ref("cdn-source", "name"),
				deliveryDestinationArn: ref("cdn-bucket"),
				region: "us-east-1",
			}),
		],
		{ project: { components: ["edge"] } },
	),
	sound("Alarms of another team's namespace that sound like logins", [
		...serviceWith({}),
		res("aws:sns/topic:Topic", "dba", { name: "dba" }),
		res("aws:sns/topicSubscription:TopicSubscription", "dba-mail", { topic: ref("dba"), protocol: "email", endpoint: "dba@acme.example" }),
		res("aws:cloudwatch/metricAlarm:MetricAlarm", "db-logins", {
			metricName: "FailedSQLServerAgentJobsCount",
			namespace: "AWS/RDS",
			statistic: "Sum",
			period: 300,
			evaluationPeriods: 1,
			threshold: 1,
			comparisonOperator: "GreaterThanOrEqualToThreshold",
			treatMissingData: "notBreaching",
			alarmActions: [ref("dba")],
		}),
	]),
];

export const monitoring: readonly SoundCase[] = [...alarms, ...notifications, ...logs];
