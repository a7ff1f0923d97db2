import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { anyOf, failMissing, inOtherStack, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution } from "../../facts/resource-types";
import { checkLogDelivery } from "./log-delivery";

export const cloudfrontAccessLogs = stackRule({
	id: "cloudfront-access-logs",
	title: "CloudFront distributions write access logs",
	checklistItems: ["L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [Distribution],
	why: "When logins fail, the access log shows the error with which the identity provider redirected the user, even if the request did not reach the origin.",
	fix: "Set loggingConfig.bucket, or create a LogDeliverySource for the distribution (logType ACCESS_LOGS) with a LogDelivery, both in us-east-1.",
	whenNotToUse: "The origin logs every request, and the distribution does not cache.",
	references: [
		{
			title: "CloudFront, Developer Guide: Standard logging (v2)",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
		},
		{
			title: "CloudFront, Developer Guide: Configure standard logging (legacy)",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_86"], "cdk-nag": ["AwsSolutions-CFR3"], securityHub: ["CloudFront.5"] },

	check(distribution, { graph, project }) {
		const enabled = distribution.read("enabled");
		if (enabled.is(false)) return notApplicable("it is disabled");
		const logs = [legacyLog(distribution), checkLogDelivery(distribution, graph), realTimeLog(distribution)];
		const verdicts = logs.filter((log) => log !== undefined);
		if (verdicts.length > 0) return anyOf(verdicts, pass());
		if (enabled.isUnknown) return undetermined(enabled);
		return project.hasComponent("edge")
			? failMissing("loggingConfig", "has no access log, neither to a bucket nor through CloudWatch")
			: inOtherStack("its access log may be configured in another stack");
	},
});

/** Undefined if the distribution has no loggingConfig. */
function legacyLog(distribution: Resource<DistributionArgs>): Verdict | undefined {
	const logging = distribution.read("loggingConfig");
	if (logging.isUnknown) return undetermined(logging);
	return logging.read("bucket").isAbsent ? undefined : pass();
}

/** Passes if the default cache behavior has a real-time log; undefined if no cache behavior may have one. */
function realTimeLog(distribution: Resource<DistributionArgs>): Verdict | undefined {
	const behavior = distribution.read("defaultCacheBehavior");
	if (!behavior.isUnknown && !behavior.read("realtimeLogConfigArn").isAbsent) return pass();
	const logs = [behavior, distribution.read("orderedCacheBehaviors")].flatMap((behaviors): Reading[] =>
		behaviors.isUnknown ? [behaviors] : behaviors.items.map((each) => each.read("realtimeLogConfigArn")),
	);
	const unknown = logs.find((log) => log.isUnknown);
	return unknown && undetermined(unknown);
}
