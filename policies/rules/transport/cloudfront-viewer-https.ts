import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";
import { unlessInService } from "./distributions";
import { isChallengePath } from "./plain-http-paths";

export const cloudfrontViewerHttps = resourceRule({
	id: "cloudfront-viewer-https",
	title: "CloudFront serves viewers over HTTPS only",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Distribution, MultitenantDistribution],
	why: "A cache behaviour that allows HTTP serves login pages and session cookies in plain text, whatever the other behaviours do.",
	fix: 'Set viewerProtocolPolicy to "redirect-to-https", or to "https-only" where no browser comes by HTTP.',
	whenNotToUse: "A function at the edge redirects every HTTP request itself.",
	references: ["Amazon CloudFront, Developer Guide: Require HTTPS for communication between viewers and CloudFront"],
	relatedRules: { checkov: ["CKV_AWS_34"], cdkNag: ["CFR4"], securityHub: ["CloudFront.3"] },

	check(distribution) {
		const idle = unlessInService(distribution);
		if (idle) return idle;
		const [first, others] = distribution.is(MultitenantDistribution)
			? [distribution.read("defaultCacheBehavior"), distribution.read("cacheBehaviors")]
			: [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")];
		const rest: readonly Verdict[] = others.isUnknown ? [undetermined(others)] : others.items.map(encrypts);
		return allOf([encrypts(first), ...rest], notApplicable("it has no cache behaviour"));
	},
});

function encrypts(behavior: Reading): Verdict {
	const policy = behavior.read("viewerProtocolPolicy");
	if (policy.isUnknown) return undetermined(policy);
	if (policy.is("redirect-to-https", "https-only")) return pass();
	if (!policy.is("allow-all")) return notDecidable(policy, `${policy.path} is none of the values that CloudFront has`);
	const path = behavior.read("pathPattern");
	if (path.isUnknown) return undetermined(path);
	if (isChallengePath(path.text ?? "")) return notApplicable("it answers certificate challenges, which come over HTTP");
	return fail(policy, "serves viewers over plain HTTP as well");
}
