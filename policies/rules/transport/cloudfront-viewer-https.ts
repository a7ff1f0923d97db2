import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";
import { whyDisabled } from "./distributions";
import { isChallengePath } from "./plain-http-paths";

export const cloudfrontViewerHttps = resourceRule({
	id: "cloudfront-viewer-https",
	title: "CloudFront serves viewers over HTTPS only",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Distribution, MultitenantDistribution],
	why: "A cache behavior that allows HTTP sends login pages and session cookies in plain text.",
	fix: 'Set viewerProtocolPolicy to "redirect-to-https", or to "https-only" if no browser uses HTTP.',
	whenNotToUse: "An edge function redirects all HTTP requests.",
	references: [
		{
			title: "Amazon CloudFront, Developer Guide: Require HTTPS for communication between viewers and CloudFront",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_34"], cdkNag: ["CFR4"], securityHub: ["CloudFront.3"] },

	check(distribution) {
		const disabled = whyDisabled(distribution);
		if (disabled) return disabled;
		const [first, others] = distribution.is(MultitenantDistribution)
			? [distribution.read("defaultCacheBehavior"), distribution.read("cacheBehaviors")]
			: [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")];
		const rest: readonly Verdict[] = others.isUnknown ? [undetermined(others)] : others.items.map(checkBehavior);
		return allOf([checkBehavior(first), ...rest], notApplicable("it has no cache behavior"));
	},
});

function checkBehavior(behavior: Reading): Verdict {
	const policy = behavior.read("viewerProtocolPolicy");
	if (policy.isUnknown) return undetermined(policy);
	if (policy.is("redirect-to-https", "https-only")) return pass();
	if (!policy.is("allow-all")) return notDecidable(policy, `${policy.path} is not a valid value`);
	const path = behavior.read("pathPattern");
	if (path.isUnknown) return undetermined(path);
	if (isChallengePath(path.text ?? "")) return notApplicable("it serves certificate challenges, which use HTTP");
	return fail(policy, "also serves viewers over plain HTTP");
}
