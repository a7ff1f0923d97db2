import { type Example, resource, UNKNOWN } from "../../engine/example";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";

const behavior = (viewerProtocolPolicy: unknown, pathPattern?: unknown) => ({
	targetOriginId: "shop",
	allowedMethods: ["GET", "HEAD"],
	cachedMethods: ["GET", "HEAD"],
	viewerProtocolPolicy,
	...(pathPattern === undefined ? {} : { pathPattern }),
});
const site = (defaultCacheBehavior: unknown, inputs: object = {}) =>
	resource(Distribution, "site", { enabled: true, aliases: ["shop.example.com"], defaultCacheBehavior, ...inputs });

export const examples: readonly Example[] = [
	{ title: "HTTP redirects to HTTPS", verdict: "pass", stack: [site(behavior("redirect-to-https"))] },
	{
		title: "HTTPS only, on every behaviour",
		verdict: "pass",
		stack: [site(behavior("https-only"), { orderedCacheBehaviors: [behavior("redirect-to-https", "/login*")] })],
	},
	{
		title: "The default behaviour allows HTTP",
		verdict: "fail",
		property: "defaultCacheBehavior.viewerProtocolPolicy",
		stack: [site(behavior("allow-all"))],
	},
	{
		title: "One ordered behaviour allows HTTP although the default redirects",
		verdict: "fail",
		property: "orderedCacheBehaviors[1].viewerProtocolPolicy",
		stack: [
			site(behavior("redirect-to-https"), {
				orderedCacheBehaviors: [behavior("https-only", "/api/*"), behavior("allow-all", "/auth/*")],
			}),
		],
	},
	{
		title: "Several behaviours allow HTTP",
		verdict: "fail",
		property: ["defaultCacheBehavior.viewerProtocolPolicy", "orderedCacheBehaviors[0].viewerProtocolPolicy"],
		stack: [site(behavior("allow-all"), { orderedCacheBehaviors: [behavior("allow-all", "/static/*")] })],
	},
	{
		title: "Certificate challenges may come over HTTP",
		verdict: "pass",
		stack: [site(behavior("redirect-to-https"), { orderedCacheBehaviors: [behavior("allow-all", "/.well-known/acme-challenge/*")] })],
	},
	{
		title: "A wider path than the challenges",
		verdict: "fail",
		property: "orderedCacheBehaviors[0].viewerProtocolPolicy",
		stack: [site(behavior("redirect-to-https"), { orderedCacheBehaviors: [behavior("allow-all", "/.well-known/*")] })],
	},
	{
		title: "A disabled distribution",
		verdict: "not-applicable",
		stack: [site(behavior("allow-all"), { enabled: false })],
	},
	{
		title: "A staging distribution serves real viewers",
		verdict: "fail",
		property: "defaultCacheBehavior.viewerProtocolPolicy",
		stack: [site(behavior("allow-all"), { staging: true })],
	},
	{
		title: "A multi-tenant distribution that allows HTTP",
		verdict: "fail",
		property: "cacheBehaviors[0].viewerProtocolPolicy",
		stack: [
			resource(MultitenantDistribution, "tenants", {
				enabled: true,
				comment: "tenants",
				defaultCacheBehavior: behavior("https-only"),
				cacheBehaviors: [behavior("allow-all", "/auth/*")],
			}),
		],
	},
	{
		title: "A multi-tenant distribution over HTTPS",
		verdict: "pass",
		stack: [
			resource(MultitenantDistribution, "tenants", {
				enabled: true,
				comment: "tenants",
				defaultCacheBehavior: behavior("redirect-to-https"),
			}),
		],
	},
	{
		title: "A setting unknown until deployment",
		verdict: "undetermined",
		property: "defaultCacheBehavior.viewerProtocolPolicy",
		stack: [site(behavior(UNKNOWN))],
	},
	{
		title: "Behaviours unknown until deployment",
		verdict: "undetermined",
		property: "orderedCacheBehaviors",
		stack: [site(behavior("redirect-to-https"), { orderedCacheBehaviors: UNKNOWN })],
	},
	{
		title: "A path unknown until deployment",
		verdict: "undetermined",
		property: "orderedCacheBehaviors[0].pathPattern",
		stack: [site(behavior("redirect-to-https"), { orderedCacheBehaviors: [behavior("allow-all", UNKNOWN)] })],
	},
	{
		title: "Enabled or not is unknown until deployment",
		verdict: "undetermined",
		property: "enabled",
		stack: [site(behavior("allow-all"), { enabled: UNKNOWN })],
	},
	{
		title: "A value that CloudFront does not have",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "defaultCacheBehavior.viewerProtocolPolicy",
		stack: [site(behavior("HTTPS"))],
	},
];
