/**
 * What an alarm's notice holds, by the names of its properties. Source: CloudWatch, User Guide: Using Amazon CloudWatch alarms
 * (notifications of metric alarms and of composite alarms), read 2026-11.
 */
export const ALARM_MESSAGE: ReadonlySet<string> = new Set([
	...["AlarmName", "AlarmDescription", "AWSAccountId", "AlarmConfigurationUpdatedTimestamp", "NewStateValue", "NewStateReason"],
	...["StateChangeTime", "Region", "AlarmArn", "OldStateValue", "OKActions", "AlarmActions", "InsufficientDataActions", "Trigger"],
	// Of composite alarms alone.
	...["AlarmRule", "TriggeringChildren", "ActionsSuppressedBy", "ActionsSuppressedReason"],
	...["SuppressionPeriodStart", "SuppressionPeriodEnd"],
]);

/** The states that a notice tells: the new one of an alarm that rings, and those that it may have come from. */
export const NOTIFIED_STATES: Readonly<Record<string, readonly string[]>> = {
	NewStateValue: ["ALARM"],
	OldStateValue: ["OK", "INSUFFICIENT_DATA"],
};
