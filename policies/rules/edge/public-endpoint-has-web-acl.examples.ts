import { type Example, jsonStringify, ref, resource, UNKNOWN, withLegacyToken } from "../../engine/example";
import {
	AppRunnerService,
	Distribution,
	LoadBalancer,
	RestApi,
	RestStage,
	WebAcl,
	WebAclAssociation,
	WebAclRule,
} from "../../facts/resource-types";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const rate = { rateBasedStatement: { limit: 500, aggregateKeyType: "IP" } };
const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };
const rule = (action: object, statement: object = rate) => ({ name: "rule", priority: 1, statement, visibilityConfig, ...action });
const limit = rule({ action: { block: {} } });

const shop = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const acl = (rules: unknown, more: object = {}) =>
	resource(WebAcl, "acl", { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig, rules, ...more });
const associated = (name = "shop") => resource(WebAclAssociation, "association", { resourceArn: ref(name), webAclArn: ref("acl") });
const edge = { components: ["edge"] };
const cdn = (more: object = {}, origin: unknown = "app.example.com") =>
	resource(Distribution, "cdn", { enabled: true, origins: [{ domainName: origin, originId: "app" }], ...more });

export const examples: readonly Example[] = [
	{
		title: "A public load balancer with a web ACL that limits the rate",
		verdict: "pass",
		stack: [shop, acl([limit]), associated()],
	},
	{
		title: "The same load balancer under the older type token",
		verdict: "pass",
		stack: [withLegacyToken(shop, LoadBalancer), acl([limit]), associated()],
	},
	{
		title: "Managed rule groups alone, which have actions of their own",
		verdict: "pass",
		stack: [shop, acl([rule({ overrideAction: { none: {} } }, managed)]), associated()],
	},
	{
		title: "A web ACL that blocks what no rule allows",
		verdict: "pass",
		stack: [shop, acl([], { defaultAction: { block: {} } }), associated()],
	},
	{
		title: "Managed rule groups that are all set to count",
		verdict: "fail",
		stack: [shop, acl([rule({ overrideAction: { count: {} } }, managed)]), associated()],
	},
	{
		title: "Rules that all count",
		verdict: "fail",
		stack: [shop, acl([rule({ action: { count: {} } })]), associated()],
	},
	{
		title: "A web ACL without a rule",
		verdict: "fail",
		stack: [shop, acl([]), associated()],
	},
	{
		title: "A web ACL whose rule is a resource of its own",
		verdict: "pass",
		stack: [
			shop,
			acl([]),
			associated(),
			resource(WebAclRule, "limit", { webAclArn: ref("acl"), priority: 1, action: { block: {} }, statement: rate }),
		],
	},
	{
		title: "Rules written as JSON",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [shop, acl(undefined, { ruleJson: jsonStringify([{ Name: "limit", Action: { Block: {} } }]) }), associated()],
	},
	{
		title: "A load balancer that lets requests past when AWS WAF does not answer",
		verdict: "fail",
		property: "enableWafFailOpen",
		stack: [resource(LoadBalancer, "shop", { enableWafFailOpen: true }), acl([limit]), associated()],
	},
	{
		title: "A public load balancer without a web ACL, in a stack that has one",
		verdict: "fail",
		stack: [resource(LoadBalancer, "open", {}), shop, acl([limit]), associated()],
	},
	{
		title: "A public load balancer without a web ACL, in a stack that is said to hold the edge",
		verdict: "fail",
		project: edge,
		stack: [shop],
	},
	{
		title: "A public load balancer in a stack without any web ACL, which may be another's or Firewall Manager's",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [shop],
	},
	{
		title: "A web ACL of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			shop,
			resource(WebAclAssociation, "association", {
				resourceArn: ref("shop"),
				webAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shared/473e64fd",
			}),
		],
	},
	{
		title: "An internal load balancer",
		verdict: "not-applicable",
		project: edge,
		stack: [resource(LoadBalancer, "shop", { internal: true })],
	},
	{
		title: "A Network Load Balancer, which AWS WAF cannot protect",
		verdict: "not-applicable",
		project: edge,
		stack: [resource(LoadBalancer, "shop", { loadBalancerType: "network" })],
	},
	{
		title: "A load balancer behind CloudFront",
		verdict: "not-applicable",
		project: edge,
		stack: [shop, cdn({ webAclId: ref("acl") }, ref("shop", "name")), acl([limit], { scope: "CLOUDFRONT" })],
	},
	{
		title: "A load balancer behind CloudFront that has a web ACL of its own, which only counts",
		verdict: "fail",
		stack: [shop, cdn({}, ref("shop", "name")), acl([rule({ action: { count: {} } })]), associated()],
	},
	{
		title: "A load balancer beside a distribution that fetches from somewhere else",
		verdict: "fail",
		project: edge,
		stack: [shop, cdn({}, "pages.example.net")],
	},
	{
		title: "A distribution with a web ACL that limits the rate",
		verdict: "pass",
		stack: [cdn({ webAclId: ref("acl") }), acl([limit], { scope: "CLOUDFRONT" })],
	},
	{
		title: "A distribution without a web ACL, in a stack that has one for CloudFront",
		verdict: "fail",
		property: "webAclId",
		stack: [cdn(), acl([limit], { scope: "CLOUDFRONT" })],
	},
	{
		title: "A distribution without a web ACL beside one that CloudFront cannot use",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [cdn(), acl([limit]), shop, associated()],
	},
	{
		title: "A distribution that is disabled",
		verdict: "not-applicable",
		project: edge,
		stack: [cdn({ enabled: false })],
	},
	{
		title: "A REST API stage with a web ACL that limits the rate",
		verdict: "pass",
		stack: [
			resource(RestStage, "prod", { restApi: ref("api", "id"), stageName: "prod", deployment: "d1" }),
			resource(RestApi, "api", { endpointConfiguration: { types: "REGIONAL" } }),
			acl([limit]),
			associated("prod"),
		],
	},
	{
		title: "A REST API stage without a web ACL, in a stack that is said to hold the edge",
		verdict: "fail",
		project: edge,
		stack: [
			resource(RestStage, "prod", { restApi: ref("api", "id"), stageName: "prod", deployment: "d1" }),
			resource(RestApi, "api", { name: "api" }),
		],
	},
	{
		title: "A stage of a private REST API",
		verdict: "not-applicable",
		project: edge,
		stack: [
			resource(RestStage, "prod", { restApi: ref("api", "id"), stageName: "prod", deployment: "d1" }),
			resource(RestApi, "api", { endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-0a1"] } }),
		],
	},
	{
		title: "An App Runner service without a web ACL, in a stack that is said to hold the edge",
		verdict: "fail",
		project: edge,
		stack: [resource(AppRunnerService, "app", { serviceName: "app", sourceConfiguration: {} })],
	},
	{
		title: "An App Runner service that only its VPC reaches",
		verdict: "not-applicable",
		project: edge,
		stack: [
			resource(AppRunnerService, "app", {
				serviceName: "app",
				sourceConfiguration: {},
				networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: false } },
			}),
		],
	},
	{
		title: "An association whose resource is not known before the update",
		verdict: "undetermined",
		stack: [shop, acl([limit]), resource(WebAclAssociation, "association", { resourceArn: UNKNOWN, webAclArn: ref("acl") })],
	},
	{
		title: "A type of load balancer not known before the update",
		verdict: "undetermined",
		property: "loadBalancerType",
		stack: [resource(LoadBalancer, "shop", { loadBalancerType: UNKNOWN }), acl([limit]), associated()],
	},
];
