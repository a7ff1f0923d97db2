import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined } from "../../engine/verdict";
import { CLASSES_WITH_FIXED_RETENTION } from "../../facts/log-groups";
import { LogGroup } from "../../facts/resource-types";

export const logGroupExpires = resourceRule({
	id: "log-group-expires",
	title: "Log groups have a retention",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LogGroup],
	why: "Without retentionInDays CloudWatch never expires logs: costs grow every month, and e-mail and IP addresses of former users stay in them.",
	fix: "Set retentionInDays to the number of days for which the logs are needed.",
	whenNotToUse: "A law or contract requires logs that never expire; add an exception for that log group.",
	references: [
		{
			title: "CloudWatch Logs, API Reference: PutRetentionPolicy",
			url: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
		},
		{
			title: "CloudWatch Logs, User Guide: Change log data retention in CloudWatch Logs",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention",
		},
	],
	relatedRules: { "cdk-nag": ["CloudWatchLogGroupRetentionPeriod"], securityHub: ["CloudWatch.16"] },

	check(group) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return undetermined(logClass);
		if (logClass.is(...CLASSES_WITH_FIXED_RETENTION)) return notApplicable("AWS sets the retention of this log class");
		const retention = group.read("retentionInDays").or(0);
		if (retention.isUnknown) return undetermined(retention);
		return retention.is(0) ? fail(retention, "never expires its logs") : pass();
	},
});
