/** The alias of the AWS managed key for SNS, which CloudWatch cannot use (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html, read 2026-08). */
export const AWS_SNS_KEY_ALIAS = "alias/aws/sns";

/** The principal that publishes alarm notifications, in topic and key policies. */
export const CLOUDWATCH_SERVICE = "cloudwatch.amazonaws.com";

/** The permissions that CloudWatch needs for the key of an encrypted topic (same page). */
export const KEY_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"] as const;

/** The services that notify a person by themselves as an alarm action (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html, read 2026-08). */
export const NOTIFYING_SERVICES = ["lambda", "ssm", "ssm-incidents"] as const;

/** The EventBridge event for an alarm's state change (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html, read 2026-08). */
export const ALARM_EVENT = "CloudWatch Alarm State Change";

/** The principal that invokes a function as an alarm action (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html, read 2026-08). */
export const LAMBDA_ALARMS_SERVICE = "lambda.alarms.cloudwatch.amazonaws.com";

/** The principal that delivers messages of a topic, in the policies of functions and queues. */
export const SNS_SERVICE = "sns.amazonaws.com";
