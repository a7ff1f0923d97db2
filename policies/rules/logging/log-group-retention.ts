import * as z from "zod";
import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined } from "../../engine/verdict";
import { CLASSES_WITH_FIXED_RETENTION, LONGEST_RETENTION_DAYS } from "../../facts/log-groups";
import { LogGroup } from "../../facts/resource-types";

export const logGroupRetention = resourceRule({
	id: "log-group-retention",
	title: "Log retention is neither too short nor too long",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LogGroup],
	options: {
		minimumDays: z.number().int().min(1).default(14).describe("The minimum retention in days."),
		maximumDays: z.number().int().min(1).default(LONGEST_RETENTION_DAYS).describe("The maximum retention in days."),
	},
	why: "Account takeovers are often detected weeks later, and cannot be investigated without logs of that time. Two weeks is a minimum for any log; set minimumDays to what investigations of logins need. Logs that are kept too long are personal data without a purpose.",
	fix: "Set retentionInDays to a value within the rule's minimumDays and maximumDays.",
	whenNotToUse: "The log group is a buffer, and the logs are archived elsewhere.",
	references: [
		{
			title: "CloudWatch Logs, API Reference: PutRetentionPolicy",
			url: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
		},
	],
	relatedRules: {
		checkov: ["CKV_AWS_66", "CKV_AWS_338"],
		"cdk-nag": ["CloudWatchLogGroupRetentionPeriod"],
		securityHub: ["CloudWatch.16"],
	},

	check(group, { options }) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return undetermined(logClass);
		if (logClass.is(...CLASSES_WITH_FIXED_RETENTION)) return notApplicable("AWS sets the retention of this log class");
		const retention = group.read("retentionInDays").or(0);
		if (retention.isUnknown) return undetermined(retention);
		const days = retention.number ?? 0;
		if (days === 0) return notApplicable("its logs never expire: see log-group-expires");
		if (days < options.minimumDays)
			return fail(
				retention,
				`keeps its logs for ${days} days; the minimum is ${options.minimumDays}`,
				`Set retentionInDays to ${options.minimumDays} or more.`,
			);
		if (days > options.maximumDays)
			return fail(
				retention,
				`keeps its logs for ${days} days; the maximum is ${options.maximumDays}`,
				`Set retentionInDays to ${options.maximumDays} or less.`,
			);
		return pass();
	},
});
