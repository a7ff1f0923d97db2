import * as aws from "@pulumi/aws";
import { log } from "./app";

// CloudWatch cannot use this key, and there are no subscriptions.
const topic = new aws.sns.Topic("alerts", { kmsMasterKeyId: "alias/aws/sns" });

new aws.cloudwatch.LogMetricFilter("failed-logins", {
	logGroupName: log.name,
	pattern: '{ $.event = "login.failed" }',
	metricTransformation: { name: "LoginFailed", namespace: "Shop/Auth", value: "1" },
});

// A typo: the alarm monitors a metric that is not published.
new aws.cloudwatch.MetricAlarm("failed-logins", {
	namespace: "Shop/Auth",
	metricName: "LoginsFailed",
	statistic: "Sum",
	period: 60,
	evaluationPeriods: 5,
	threshold: 20,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
	alarmActions: [topic.arn],
});

// Notifies no topic.
new aws.cloudwatch.MetricAlarm("webhook-errors", {
	namespace: "AWS/Lambda",
	metricName: "Errors",
	statistic: "Sum",
	period: 300,
	evaluationPeriods: 1,
	threshold: 1,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
});
