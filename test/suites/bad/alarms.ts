import { asQueries, edited, expression, interpolate, lambda, metricQuery, ref, res, watch } from "../parts";
import { type BadCase, bad } from "../suite-case";

const PATH = "failed-login-alarm-path";
const ACTION = "alarm-has-action";
const SUBSCRIBER = "topic-has-subscriber";
const MISSING_DATA = "alarm-missing-data";
const START = "failures login-failures";

const METRIC = { name: "LoginFailures", namespace: "Acme/Identity", value: "1", defaultValue: "0" };
/** The path with another metric of its filter. */
const publishing = (metric: object) => edited(watch(), { failures: { metricTransformation: { ...METRIC, ...metric } } });
const alarming = (inputs: object) => edited(watch(), { "login-failures": { ...inputs } });
const matching = (pattern: string) => edited(watch(), { failures: { pattern } });

/** The path whose alarm only feeds composite alarm "attack". */
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
const ROOT = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };

/** Alarms that cannot fire, by their values. */
const neverFires: readonly BadCase[] = [
	bad("The filter publishes zero for each failed login", PATH, START, publishing({ value: "0" })),
	bad(
		"The average of ones against a threshold of ten",
		PATH,
		START,
		edited(publishing({ defaultValue: undefined }), { "login-failures": { statistic: "Average" } }),
	),
	bad("The maximum of ones and zeros against a threshold of ten", PATH, START, alarming({ statistic: "Maximum" })),
	bad("The 99th percentile of ones against a threshold of ten", PATH, START, alarming({ statistic: undefined, extendedStatistic: "p99" })),
	bad("A trimmed mean of ones against a threshold of ten", PATH, START, alarming({ statistic: undefined, extendedStatistic: "tm90" })),
	bad(
		"The share of datapoints in a range against a threshold above one hundred",
		PATH,
		START,
		alarming({ statistic: undefined, extendedStatistic: "PR(1:)", threshold: 150 }),
	),
	bad("A unit that no datapoint of the filter has", PATH, START, alarming({ unit: "Seconds" })),
	bad(
		"The filter publishes a count, the alarm reads counts per second",
		PATH,
		START,
		edited(publishing({ unit: "Count" }), { "login-failures": { unit: "Count/Second" } }),
	),
	bad("A comparison the wrong way round", PATH, START, alarming({ comparisonOperator: "LessThanThreshold" })),
	bad(
		"A metric query with the average of ones",
		PATH,
		START,
		alarming(asQueries(metricQuery("m1", { stat: "Average" }, { returnData: true }))),
	),
	bad("A product with zero", PATH, START, alarming(asQueries(metricQuery("m1"), expression("m1*0")))),
	bad("A difference of a metric and itself", PATH, START, alarming(asQueries(metricQuery("m1"), expression("m1 - m1")))),
	bad("A condition that is never true", PATH, START, alarming(asQueries(metricQuery("m1"), expression("IF(m1 < 0, 100, 0)")))),
	bad(
		"A metric that does not count, as the query that decides",
		PATH,
		START,
		alarming(asQueries(metricQuery("m1"), expression("MIN([FILL(m1, 0), 0])"))),
	),
	bad(
		"A pattern that requires two values of one field",
		PATH,
		START,
		matching('{ ($.event = "login.failed") && ($.event = "login.locked") }'),
	),
	bad(
		"A pattern that requires a field to be there and not to be there",
		PATH,
		START,
		matching('{ ($.event = "login.failed") && ($.event NOT EXISTS) }'),
	),
	bad(
		"A pattern with a range that is empty",
		PATH,
		START,
		matching('{ ($.event = "login.failed") && ($.attempt > 5) && ($.attempt < 3) }'),
	),
	bad("A composite alarm with a constant that is never true", PATH, START, composite(interpolate(...FAILING, " AND FALSE"))),
	bad(
		"A composite alarm that requires an alarm and its opposite",
		PATH,
		START,
		composite(interpolate(...FAILING, " AND NOT ", ...FAILING)),
	),
	bad(
		"An alarm in a Region that the filter does not publish to",
		PATH,
		START,
		edited(watch(), {
			failures: { region: "eu-west-1" },
			"auth-log": { region: "eu-west-1" },
			oncall: { region: "us-east-1" },
			pager: { region: "us-east-1" },
			"login-failures": { region: "us-east-1" },
		}),
	),
	bad("An alarm in the Region of another provider", PATH, START, [
		res("pulumi:providers:aws", "virginia", { region: "us-east-1" }),
		...edited(watch(), { failures: { region: "eu-west-1" }, "auth-log": { region: "eu-west-1" } }).map((each) =>
			["login-failures", "oncall", "pager"].includes(each.name) ? { ...each, provider: "virginia" } : each,
		),
	]),
	bad(
		"A log group of the class without metric filters",
		PATH,
		START,
		edited(watch(), { "auth-log": { logGroupClass: "INFREQUENT_ACCESS" } }),
	),
];

/** Links of the path that are broken. */
const broken: readonly BadCase[] = [
	bad("No alarm on the failed logins that are counted", PATH, START, edited(watch(), { "login-failures": null })),
	bad("The alarm spells the metric in another way", PATH, START, alarming({ metricName: "FailedLogins" })),
	bad("The alarm reads another namespace", PATH, START, alarming({ namespace: "Acme/Auth" })),
	bad(
		"The filter splits by tenant, and the alarm reads the whole",
		PATH,
		START,
		publishing({ defaultValue: undefined, dimensions: { Tenant: "$.tenant" } }),
	),
	bad("The alarm reads a dimension that the filter does not publish", PATH, START, alarming({ dimensions: { Service: "identity" } })),
	bad("The actions of the alarm are disabled", [PATH, ACTION], `${START}`, alarming({ actionsEnabled: false })),
	bad("The alarm notifies when it is over", [PATH, ACTION], START, alarming({ alarmActions: undefined })),
	bad(
		"The alarm notifies for missing data only",
		[PATH, ACTION],
		START,
		alarming({ alarmActions: [], okActions: undefined, insufficientDataActions: [ref("oncall")] }),
	),
	bad(
		"The composite alarm over it has no action",
		[PATH, ACTION],
		`${START} attack`,
		composite(interpolate(...FAILING), { alarmActions: [] }),
	),
	bad("The topic has no subscription", [PATH, SUBSCRIBER], `${START} oncall`, edited(watch(), { pager: null })),
	bad(
		"The subscription is on the topic of another team",
		[PATH, SUBSCRIBER],
		`${START} oncall`,
		edited(watch(), { pager: { topic: ref("billing") } }, res("aws:sns/topic:Topic", "billing", { name: "billing" })),
	),
	bad(
		"The subscriber filters by an attribute that no alarm has",
		[PATH, SUBSCRIBER],
		`${START} oncall`,
		edited(watch(), { pager: { filterPolicy: JSON.stringify({ severity: ["critical"] }) } }),
	),
	bad(
		"The subscriber filters the body by a state that alarms do not have",
		[PATH, SUBSCRIBER],
		`${START} oncall`,
		edited(watch(), { pager: { filterPolicyScope: "MessageBody", filterPolicy: JSON.stringify({ NewStateValue: ["FIRING"] }) } }),
	),
	bad(
		"The topic is encrypted with the key of AWS for SNS",
		[PATH, "alarm-topic-key"],
		`${START} oncall`,
		edited(watch(), { oncall: { kmsMasterKeyId: "alias/aws/sns" } }),
	),
	bad(
		"The topic is encrypted with a key that CloudWatch may not use",
		[PATH, "alarm-topic-key"],
		`${START} oncall`,
		edited(
			watch(),
			{ oncall: { kmsMasterKeyId: ref("topics", "id") } },
			res("aws:kms/key:Key", "topics", {
				enableKeyRotation: true,
				policy: policy(ROOT, {
					Effect: "Allow",
					Principal: { Service: "sns.amazonaws.com" },
					Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
					Resource: "*",
				}),
			}),
		),
	),
	bad(
		"The policy of the topic names EventBridge only",
		[PATH, "alarm-topic-policy"],
		`${START} oncall`,
		edited(
			watch(),
			{},
			res("aws:sns/topicPolicy:TopicPolicy", "oncall-policy", {
				arn: ref("oncall"),
				policy: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: "*" }),
			}),
		),
	),
	bad(
		"The policy of the topic refuses what is not sent over TLS by its own account, and has no statement that allows",
		[PATH, "alarm-topic-policy"],
		`${START} oncall`,
		edited(watch(), {
			oncall: {
				policy: policy({
					Effect: "Deny",
					Principal: "*",
					Action: "sns:Publish",
					Resource: "*",
					Condition: { Bool: { "aws:SecureTransport": "false" } },
				}),
			},
		}),
	),
	bad(
		"The subscriber is a function that SNS may not invoke",
		[PATH, SUBSCRIBER],
		`${START} oncall`,
		[...edited(watch(), { pager: { protocol: "lambda", endpoint: ref("callback"), endpointAutoConfirms: undefined } }), ...lambda()],
		{ undecidable: true },
	),
	bad(
		"The subscriber is a queue that SNS may not send to",
		[PATH, SUBSCRIBER],
		`${START} oncall`,
		[
			...edited(watch(), { pager: { protocol: "sqs", endpoint: ref("alerts"), endpointAutoConfirms: undefined } }),
			res("aws:sqs/queue:Queue", "alerts", { messageRetentionSeconds: 86400 }),
		],
		{ undecidable: true },
	),
	bad(
		"Missing data keeps the state of the alarm",
		MISSING_DATA,
		"login-failures",
		edited(publishing({ defaultValue: undefined }), { "login-failures": { treatMissingData: "ignore" } }),
	),
	bad(
		"Missing data of a filter without zeros counts as a breach",
		MISSING_DATA,
		"login-failures",
		edited(publishing({ defaultValue: undefined }), { "login-failures": { treatMissingData: "breaching" } }),
	),
	bad("An alarm for the absence of logins that takes missing data for good", MISSING_DATA, "no-logins", [
		...watch(),
		res("aws:cloudwatch/metricAlarm:MetricAlarm", "no-logins", {
			metricName: "LoginsSucceeded",
			namespace: "Acme/Identity",
			statistic: "Sum",
			period: 300,
			evaluationPeriods: 6,
			threshold: 1,
			comparisonOperator: "LessThanThreshold",
			treatMissingData: "notBreaching",
			alarmActions: [ref("oncall")],
		}),
	]),
	bad("An alarm on the dead-letter queue of the webhook without an action", ACTION, "dead-letters", [
		...watch(),
		res("aws:sqs/queue:Queue", "hooks-dead", { name: "hooks-dead" }),
		res("aws:cloudwatch/metricAlarm:MetricAlarm", "dead-letters", {
			metricName: "ApproximateNumberOfMessagesVisible",
			namespace: "AWS/SQS",
			dimensions: { QueueName: "hooks-dead" },
			statistic: "Maximum",
			period: 60,
			evaluationPeriods: 1,
			threshold: 0,
			comparisonOperator: "GreaterThanThreshold",
			treatMissingData: "notBreaching",
		}),
	]),
	bad(
		"A stack that is declared to contain the monitoring, and counts requests only",
		PATH,
		"stack",
		[
			res("aws:sns/topic:Topic", "oncall", { name: "oncall" }),
			res("aws:sns/topicSubscription:TopicSubscription", "pager", {
				topic: ref("oncall"),
				protocol: "email",
				endpoint: "oncall@acme.example",
			}),
			res("aws:cloudwatch/metricAlarm:MetricAlarm", "errors", {
				metricName: "HTTPCode_Target_5XX_Count",
				namespace: "AWS/ApplicationELB",
				dimensions: { LoadBalancer: "app/front/50dc6c495c0c9188" },
				statistic: "Sum",
				period: 60,
				evaluationPeriods: 3,
				threshold: 25,
				comparisonOperator: "GreaterThanThreshold",
				treatMissingData: "notBreaching",
				alarmActions: [ref("oncall")],
			}),
		],
		{ project: { components: ["monitoring"] } },
	),
];

export const alarms: readonly BadCase[] = [...neverFires, ...broken];
