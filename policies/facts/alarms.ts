/** The alias of the key that AWS keeps for SNS. CloudWatch may not use that key (SNS, Developer Guide: Enabling compatibility between event sources from AWS services and encrypted topics; read 2026-08). */
export const AWS_SNS_KEY_ALIAS = "alias/aws/sns";

/** Who publishes an alarm's notice, in topic policies and key policies. */
export const CLOUDWATCH_SERVICE = "cloudwatch.amazonaws.com";

/** What CloudWatch needs of the key of an encrypted topic (same page). */
export const KEY_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"] as const;

/** The services whose ARNs an alarm takes as an action that reaches somebody by itself (CloudWatch, User Guide: Alarm actions; read 2026-08). */
export const REACHING_SERVICES = ["lambda", "ssm", "ssm-incidents"] as const;

/** The event that EventBridge carries when an alarm changes its state (CloudWatch, User Guide: Alarm events and EventBridge; read 2026-08). */
export const ALARM_EVENT = "CloudWatch Alarm State Change";

/** Who calls a function that is an alarm's action (CloudWatch, User Guide: Invoke a Lambda function from an alarm; read 2026-08). */
export const LAMBDA_ALARMS_SERVICE = "lambda.alarms.cloudwatch.amazonaws.com";

/** Who hands a topic's messages to functions and queues, in their policies. */
export const SNS_SERVICE = "sns.amazonaws.com";
