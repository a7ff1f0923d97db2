/**
 * The properties of an alarm notification's body. Source: CloudWatch User Guide, Alarm actions
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html), read 2026-11.
 */
export const ALARM_MESSAGE: ReadonlySet<string> = new Set([
	...["AlarmName", "AlarmDescription", "AWSAccountId", "AlarmConfigurationUpdatedTimestamp", "NewStateValue", "NewStateReason"],
	...["StateChangeTime", "Region", "AlarmArn", "OldStateValue", "OKActions", "AlarmActions", "InsufficientDataActions", "Trigger"],
	// Composite alarms only.
	...["AlarmRule", "TriggeringChildren", "ActionsSuppressedBy", "ActionsSuppressedReason"],
	...["SuppressionPeriodStart", "SuppressionPeriodEnd"],
]);

/** The values of the state properties when an alarm goes into ALARM. */
export const NOTIFIED_STATES: Readonly<Record<string, readonly string[]>> = {
	NewStateValue: ["ALARM"],
	OldStateValue: ["OK", "INSUFFICIENT_DATA"],
};
