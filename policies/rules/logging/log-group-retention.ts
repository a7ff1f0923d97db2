import * as z from "zod";
import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined } from "../../engine/verdict";
import { CLASSES_WITH_FIXED_RETENTION, LONGEST_RETENTION_DAYS } from "../../facts/log-groups";
import { LogGroup } from "../../facts/resource-types";

export const logGroupRetention = resourceRule({
	id: "log-group-retention",
	title: "Log groups keep their logs long enough, and not too long",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LogGroup],
	options: {
		minimumDays: z.number().int().min(1).default(14).describe("The fewest days that logs are kept"),
		maximumDays: z.number().int().min(1).default(LONGEST_RETENTION_DAYS).describe("The most days that logs are kept"),
	},
	why: "An attack on accounts is often noticed weeks later; without the logs of that time nobody can tell who was let in. Two weeks is the least for any log; where people log in, set minimumDays to what your own investigations need. Logs kept for too long are personal data without a purpose.",
	fix: "Set retentionInDays to a number of days inside the range that this rule is set to.",
	whenNotToUse: "The log group is a buffer, and the logs are kept somewhere else for as long as they are needed.",
	references: ["CloudWatch Logs, API reference: PutRetentionPolicy"],
	relatedRules: {
		checkov: ["CKV_AWS_66", "CKV_AWS_338"],
		"cdk-nag": ["CloudWatchLogGroupRetentionPeriod"],
		securityHub: ["CloudWatch.16"],
	},

	check(group, { options }) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return undetermined(logClass);
		if (logClass.is(...CLASSES_WITH_FIXED_RETENTION)) return notApplicable("AWS itself sets how long a log group of this class keeps logs");
		const retention = group.read("retentionInDays").or(0);
		if (retention.isUnknown) return undetermined(retention);
		const days = retention.number ?? 0;
		if (days === 0) return notApplicable("its logs never expire, which is for log-group-expires to say");
		if (days < options.minimumDays)
			return fail(
				retention,
				`keeps its logs for ${days} days only, and ${options.minimumDays} are asked for`,
				`Set retentionInDays to ${options.minimumDays} or more.`,
			);
		if (days > options.maximumDays)
			return fail(
				retention,
				`keeps its logs for ${days} days, and ${options.maximumDays} are allowed`,
				`Set retentionInDays to ${options.maximumDays} or less.`,
			);
		return pass();
	},
});
