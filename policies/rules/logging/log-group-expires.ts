import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined } from "../../engine/verdict";
import { CLASSES_WITH_FIXED_RETENTION } from "../../facts/log-groups";
import { LogGroup } from "../../facts/resource-types";

export const logGroupExpires = resourceRule({
	id: "log-group-expires",
	title: "Log groups let their logs expire",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LogGroup],
	why: "Without retentionInDays CloudWatch keeps logs for ever: nobody decided it, it costs more each month, and e-mail and IP addresses of people who left years ago stay in it.",
	fix: "Set retentionInDays to the number of days that the logs are needed for.",
	whenNotToUse: "A law or a contract asks for logs that never expire: then the log group wants an exception that names it.",
	references: [
		"CloudWatch Logs, API reference: PutRetentionPolicy",
		"CloudWatch Logs, User Guide: Change log data retention in CloudWatch Logs",
	],
	relatedRules: { "cdk-nag": ["CloudWatchLogGroupRetentionPeriod"], securityHub: ["CloudWatch.16"] },

	check(group) {
		const logClass = group.read("logGroupClass").or("STANDARD");
		if (logClass.isUnknown) return undetermined(logClass);
		if (logClass.is(...CLASSES_WITH_FIXED_RETENTION)) return notApplicable("AWS itself sets how long a log group of this class keeps logs");
		const retention = group.read("retentionInDays").or(0);
		if (retention.isUnknown) return undetermined(retention);
		return retention.is(0) ? fail(retention, "keeps its logs for ever") : pass();
	},
});
