import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { anyOf, failMissing, inOtherStack, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution } from "../../facts/resource-types";
import { deliveredByCloudWatch } from "./log-delivery";

export const cloudfrontAccessLogs = stackRule({
	id: "cloudfront-access-logs",
	title: "CloudFront distributions write access logs",
	checklistItems: ["L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [Distribution],
	why: "When logins fail, the access log shows who came back from the identity provider with which error, also where the request never reached the origin.",
	fix: "Set loggingConfig.bucket, or make a LogDeliverySource for the distribution (logType ACCESS_LOGS) with a LogDelivery, both in us-east-1.",
	whenNotToUse: "The origin logs every request, and the distribution caches nothing of it.",
	references: ["CloudFront, Developer Guide: Standard logging (v2)", "CloudFront, Developer Guide: Configure standard logging (legacy)"],
	relatedRules: { checkov: ["CKV_AWS_86"], "cdk-nag": ["AwsSolutions-CFR3"], securityHub: ["CloudFront.5"] },

	check(distribution, { graph, project }) {
		const enabled = distribution.read("enabled");
		if (enabled.is(false)) return notApplicable("it is switched off");
		const logs = [legacyLog(distribution), deliveredByCloudWatch(distribution, graph), realTimeLog(distribution)];
		const said = logs.filter((log) => log !== undefined);
		if (said.length > 0) return anyOf(said, pass());
		if (enabled.isUnknown) return undetermined(enabled);
		return project.hasComponent("edge")
			? failMissing("loggingConfig", "writes no access log, neither to a bucket nor through CloudWatch")
			: inOtherStack("CloudWatch may deliver its access log from another stack");
	},
});

/** Undefined where the distribution has no loggingConfig. */
function legacyLog(distribution: Resource<DistributionArgs>): Verdict | undefined {
	const logging = distribution.read("loggingConfig");
	if (logging.isUnknown) return undetermined(logging);
	return logging.read("bucket").isAbsent ? undefined : pass();
}

/** Undefined where no behavior of the distribution has a real-time log. */
function realTimeLog(distribution: Resource<DistributionArgs>): Verdict | undefined {
	const logs = [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")].flatMap((behaviors): Reading[] =>
		behaviors.isUnknown ? [behaviors] : behaviors.items.map((behavior) => behavior.read("realtimeLogConfigArn")),
	);
	const [first] = logs;
	if (first && !first.isAbsent && first.path.endsWith("realtimeLogConfigArn")) return pass();
	const open = logs.find((log) => log.isUnknown);
	return open && undetermined(open);
}
