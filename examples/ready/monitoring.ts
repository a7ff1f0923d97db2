import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { appLog } from "./app";
import { settings } from "./settings";
import { deadLetterQueue, webhookLog } from "./webhook";

const accountId = aws.getCallerIdentityOutput().accountId;

/** CloudWatch may use it: with the AWS managed key for SNS, alarms could not notify. */
const key = new aws.kms.Key("alarms", {
	enableKeyRotation: true,
	policy: pulumi.jsonStringify({
		Version: "2012-10-17",
		Statement: [
			{ Effect: "Allow", Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" },
			{
				Effect: "Allow",
				Principal: { Service: "cloudwatch.amazonaws.com" },
				Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
				Resource: "*",
			},
		],
	}),
});

const onCall = new aws.sns.Topic("on-call", { kmsMasterKeyId: key.arn });

new aws.sns.TopicSubscription("on-call", { topic: onCall.arn, protocol: "email", endpoint: settings.alertEmail });

const notify = { alarmActions: [onCall.arn], okActions: [onCall.arn], treatMissingData: "notBreaching" };

new aws.cloudwatch.LogMetricFilter("failed-logins", {
	logGroupName: appLog.name,
	pattern: '{ $.event = "login.failed" }',
	metricTransformation: { name: "LoginFailed", namespace: "Shop/Auth", value: "1", defaultValue: "0" },
});

new aws.cloudwatch.MetricAlarm("failed-logins", {
	alarmDescription: "Many failed logins. Runbook: https://wiki.example.com/runbooks/failed-logins",
	namespace: "Shop/Auth",
	metricName: "LoginFailed",
	statistic: "Sum",
	period: 60,
	evaluationPeriods: 5,
	datapointsToAlarm: 3,
	threshold: 20,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
	...notify,
});

new aws.cloudwatch.LogMetricFilter("rejected-webhooks", {
	logGroupName: webhookLog.name,
	pattern: '{ $.event = "webhook.rejected" }',
	metricTransformation: { name: "WebhookRejected", namespace: "Shop/Auth", value: "1", defaultValue: "0" },
});

new aws.cloudwatch.MetricAlarm("rejected-webhooks", {
	alarmDescription: "Webhooks with a bad signature. Runbook: https://wiki.example.com/runbooks/webhooks",
	namespace: "Shop/Auth",
	metricName: "WebhookRejected",
	statistic: "Sum",
	period: 300,
	evaluationPeriods: 1,
	threshold: 1,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
	...notify,
});

new aws.cloudwatch.MetricAlarm("dead-letters", {
	alarmDescription: "Events from Scalekit are in the dead-letter queue. Runbook: https://wiki.example.com/runbooks/webhooks",
	namespace: "AWS/SQS",
	metricName: "ApproximateNumberOfMessagesVisible",
	dimensions: { QueueName: deadLetterQueue.name },
	statistic: "Maximum",
	period: 300,
	evaluationPeriods: 1,
	threshold: 1,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
	...notify,
});
