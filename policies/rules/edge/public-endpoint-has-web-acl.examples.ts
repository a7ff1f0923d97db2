import { type Example, jsonStringify, ref, resource, UNKNOWN, withLegacyToken } from "../../engine/example";
import {
	AppRunnerService,
	Distribution,
	IpSet,
	LoadBalancer,
	MultitenantDistribution,
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
const stage = (restApi: unknown) => resource(RestStage, "prod", { restApi, stageName: "prod", deployment: "d1" });
const edge = { components: ["edge"] };
const cdn = (more: object = {}, origin: unknown = "app.example.com") =>
	resource(Distribution, "cdn", { enabled: true, origins: [{ domainName: origin, originId: "app" }], ...more });
const blocks = (statement: unknown) => ({ name: "rule", priority: 1, statement, visibilityConfig, action: { block: {} } });
const allows = (statement: unknown) => ({ ...blocks(statement), action: { allow: {} } });
const limitOf = (max: unknown, more: object = {}) => ({ rateBasedStatement: { limit: max, aggregateKeyType: "IP", ...more } });
const countries = (...countryCodes: unknown[]) => ({ geoMatchStatement: { countryCodes } });
const path = (searchString: unknown, type = "NONE") => ({
	byteMatchStatement: {
		fieldToMatch: { uriPath: {} },
		searchString,
		positionalConstraint: "STARTS_WITH",
		textTransformations: [{ priority: 0, type }],
	},
});
const addresses = (name: string, list: readonly string[]) =>
	resource(IpSet, name, { scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: list });

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
		title: "Managed rule groups only, which have their own actions",
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
		message: 'is protected by web ACL "acl", whose rules only count and allow all requests',
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
		message: 'is protected by web ACL "acl", which has no rules and allows all requests',
		stack: [shop, acl([]), associated()],
	},
	{
		title: "A web ACL whose rule is a separate resource",
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
		message: 'it is unknown whether web ACL "acl" stops requests: its rules are in ruleJson',
		stack: [shop, acl(undefined, { ruleJson: jsonStringify([{ Name: "limit", Action: { Block: {} } }]) }), associated()],
	},
	{
		title: "A load balancer that lets requests past when AWS WAF does not answer",
		verdict: "fail",
		property: "enableWafFailOpen",
		stack: [resource(LoadBalancer, "shop", { enableWafFailOpen: true }), acl([limit]), associated()],
	},
	{
		title: "The same load balancer without a web ACL, in a stack that is declared to contain the edge",
		verdict: "fail",
		message: "has no web ACL",
		project: edge,
		stack: [resource(LoadBalancer, "shop", { enableWafFailOpen: true })],
	},
	{
		title: "A public load balancer without a web ACL, in a stack that has one",
		verdict: "fail",
		stack: [resource(LoadBalancer, "open", {}), shop, acl([limit]), associated()],
	},
	{
		title: "A public load balancer without a web ACL, in a stack that is declared to contain the edge",
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
		title: "A load balancer behind CloudFront with its own web ACL, which only counts",
		verdict: "fail",
		stack: [shop, cdn({}, ref("shop", "name")), acl([rule({ action: { count: {} } })]), associated()],
	},
	{
		title: "A load balancer that is not the origin of the distribution",
		verdict: "fail",
		project: edge,
		stack: [{ ...shop, outputs: { dnsName: "shop-1.eu-west-1.elb.amazonaws.com" } }, cdn({}, "pages.example.net")],
	},
	{
		title: "A load balancer whose DNS name is the origin of a distribution",
		verdict: "not-applicable",
		project: edge,
		forms: ["state", "old-state"],
		stack: [
			{ ...shop, outputs: { dnsName: "shop-1.eu-west-1.elb.amazonaws.com" } },
			cdn({ webAclId: ref("acl") }, "shop-1.eu-west-1.elb.amazonaws.com"),
			acl([limit], { scope: "CLOUDFRONT" }),
		],
	},
	{
		title: "A load balancer and a distribution whose origin is a bucket of this stack",
		verdict: "fail",
		project: edge,
		stack: [shop, cdn({}, ref("pages", "name")), { type: "aws:s3/bucket:Bucket", name: "pages", inputs: {} }],
	},
	{
		title: "A load balancer and a distribution whose origin is unknown until deployment",
		verdict: "undetermined",
		message: 'origins of CloudFront distribution "cdn" is not known until deployment',
		project: edge,
		stack: [shop, cdn({}, UNKNOWN)],
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
		title: "A distribution without a web ACL, with a web ACL that CloudFront cannot use",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [cdn(), acl([limit]), shop, associated()],
	},
	{
		title: "A multi-tenant distribution with a web ACL that limits the rate",
		verdict: "pass",
		stack: [resource(MultitenantDistribution, "tenants", { enabled: true, webAclId: ref("acl") }), acl([limit], { scope: "CLOUDFRONT" })],
	},
	{
		title: "A multi-tenant distribution without a web ACL, in a stack that is declared to contain the edge",
		verdict: "fail",
		property: "webAclId",
		project: edge,
		stack: [resource(MultitenantDistribution, "tenants", { enabled: true })],
	},
	{
		title: "A distribution whose web ACL is unknown until deployment",
		verdict: "undetermined",
		property: "webAclId",
		message: "webAclId is not known until deployment",
		stack: [cdn({ webAclId: UNKNOWN })],
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
			stage(ref("api", "id")),
			resource(RestApi, "api", { endpointConfiguration: { types: "REGIONAL" } }),
			acl([limit]),
			associated("prod"),
		],
	},
	{
		title: "A REST API stage without a web ACL, in a stack that is declared to contain the edge",
		verdict: "fail",
		project: edge,
		stack: [stage(ref("api", "id")), resource(RestApi, "api", { name: "api" })],
	},
	{
		title: "A stage of another stack's REST API without a web ACL, in a stack that is declared to contain the edge",
		verdict: "fail",
		project: edge,
		stack: [stage("a1b2c3d4e5")],
	},
	{
		title: "A stage of a REST API that is unknown until deployment",
		verdict: "undetermined",
		property: "restApi",
		project: edge,
		stack: [stage(UNKNOWN)],
	},
	{
		title: "A stage of a REST API whose endpoint types are unknown until deployment",
		verdict: "undetermined",
		message: 'endpointConfiguration.types of REST API "api" is not known until deployment',
		project: edge,
		stack: [stage(ref("api", "id")), resource(RestApi, "api", { endpointConfiguration: { types: UNKNOWN } })],
	},
	{
		title: "A stage of a private REST API",
		verdict: "not-applicable",
		project: edge,
		stack: [
			stage(ref("api", "id")),
			resource(RestApi, "api", { endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-0a1"] } }),
		],
	},
	{
		title: "An App Runner service without a web ACL, in a stack that is declared to contain the edge",
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
		title: "A web ACL that the stack only reads",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [shop, { ...acl([limit]), external: true }, associated()],
	},
	{
		title: "A public load balancer without a web ACL, in a stack with a web ACL whose scope is unknown until deployment",
		verdict: "undetermined",
		message: 'scope of web ACL "acl" is not known until deployment',
		stack: [shop, acl([limit], { scope: UNKNOWN })],
	},
	...(
		[
			["A web ACL whose rules are", 'it is unknown whether web ACL "acl" stops requests: rules', acl(UNKNOWN)],
			[
				"A web ACL whose JSON rules are",
				'it is unknown whether web ACL "acl" stops requests: ruleJson',
				acl(undefined, { ruleJson: UNKNOWN }),
			],
			["A rule with an action", 'rules[0].action of web ACL "acl"', acl([rule({ action: UNKNOWN })])],
			["A rule with the settings of its action", 'rules[0].action of web ACL "acl"', acl([rule({ action: { block: UNKNOWN } })])],
			[
				"A managed rule group with an override action",
				'rules[0].overrideAction of web ACL "acl"',
				acl([rule({ overrideAction: UNKNOWN }, managed)]),
			],
			[
				"A rule that counts, and a default action",
				'defaultAction of web ACL "acl"',
				acl([rule({ action: { count: {} } })], { defaultAction: UNKNOWN }),
			],
			["No rule, and the settings of the default action", 'defaultAction of web ACL "acl"', acl([], { defaultAction: { block: UNKNOWN } })],
		] as const
	).map(
		([situation, value, webAcl]): Example => ({
			title: `${situation} unknown until deployment`,
			verdict: "undetermined",
			message: `${value} is not known until deployment`,
			stack: [shop, webAcl, associated()],
		}),
	),
	{
		title: "A separate rule whose action is unknown until deployment",
		verdict: "undetermined",
		message: 'action of web ACL rule "limit" is not known until deployment',
		stack: [
			shop,
			acl([]),
			associated(),
			resource(WebAclRule, "limit", { webAclArn: ref("acl"), priority: 1, action: UNKNOWN, statement: rate }),
		],
	},
	...(["enableWafFailOpen", "internal"] as const).map(
		(property): Example => ({
			title: `A load balancer with ${property} unknown until deployment`,
			verdict: "undetermined",
			property,
			stack: [resource(LoadBalancer, "shop", { [property]: UNKNOWN }), acl([limit]), associated()],
		}),
	),
	{
		title: "An association whose web ACL is unknown until deployment",
		verdict: "undetermined",
		message: 'webAclArn of web ACL association "association" is not known until deployment',
		stack: [shop, resource(WebAclAssociation, "association", { resourceArn: ref("shop"), webAclArn: UNKNOWN })],
	},
	{
		title: "An association whose resource is unknown until deployment",
		verdict: "undetermined",
		message: 'resourceArn of web ACL association "association" is not known until deployment',
		stack: [shop, acl([limit]), resource(WebAclAssociation, "association", { resourceArn: UNKNOWN, webAclArn: ref("acl") })],
	},
	{
		title: "A type of load balancer unknown until deployment",
		verdict: "undetermined",
		property: "loadBalancerType",
		stack: [resource(LoadBalancer, "shop", { loadBalancerType: UNKNOWN }), acl([limit]), associated()],
	},
	...(
		[
			["A rate limit that no client reaches", [blocks(limitOf(2_000_000_000))], "rules[0] has a rate limit that no client reaches"],
			[
				"A rate limit on all requests that no endpoint reaches",
				[blocks(limitOf(2_000_000_000, { aggregateKeyType: "CONSTANT" }))],
				"rules[0] has a rate limit that no client reaches",
			],
			[
				"A rate limit in a short window that no client reaches",
				[blocks(limitOf(1_000_000, { evaluationWindowSec: 60 }))],
				"rules[0] has a rate limit that no client reaches",
			],
			[
				"Requests from a country without clients blocked",
				[blocks(countries("AQ"))],
				"rules[0] matches only countries from which no clients connect",
			],
			[
				"A rate limit on requests from countries without clients",
				[blocks(limitOf(500, { scopeDownStatement: countries("KP", "BV") }))],
				"rules[0] matches only countries from which no clients connect",
			],
			[
				"Requests to the login from a country without clients blocked",
				[blocks({ andStatement: { statements: [path("/login"), countries("AQ")] } })],
				"rules[0] matches only countries from which no clients connect",
			],
			[
				"Requests from one country without clients or from another blocked",
				[blocks({ orStatement: { statements: [countries("AQ"), countries("KP")] } })],
				"rules[0] matches only countries from which no clients connect",
			],
			[
				"Managed rules for requests from a country without clients",
				[
					{
						...blocks({ managedRuleGroupStatement: { ...managed.managedRuleGroupStatement, scopeDownStatement: countries("AQ") } }),
						action: undefined,
						overrideAction: { none: {} },
					},
				],
				"rules[0] matches only countries from which no clients connect",
			],
			[
				"A path that begins without a slash",
				[blocks(path("login"))],
				"rules[0] compares the path with a text that does not begin with a slash",
			],
			[
				"A path with capital letters, compared in lower case",
				[blocks(path("/Login", "LOWERCASE"))],
				"rules[0] compares a text in lower case with one that contains capital letters",
			],
			[
				"A rule that counts, and one that stops no client",
				[
					{ ...limit, priority: 1, action: { count: {} } },
					{ ...blocks(countries("AQ")), priority: 2 },
				],
				"rules[1] matches only countries from which no clients connect",
			],
			[
				"All paths allowed before the rate limit",
				[allows(path("/")), { ...limit, priority: 2 }],
				"whose rules[0] allows all requests before a rule can stop them",
			],
			[
				"All countries but one without clients allowed before the rate limit",
				[allows({ notStatement: { statement: countries("AQ") } }), { ...limit, priority: 2 }],
				"whose rules[0] allows all requests before a rule can stop them",
			],
		] as const
	).map(([title, rules, message]): Example => ({ title, verdict: "fail", message, stack: [shop, acl(rules), associated()] })),
	{
		title: "All addresses allowed before the rate limit",
		verdict: "fail",
		message: "whose rules[0] allows all requests before a rule can stop them",
		stack: [
			shop,
			acl([allows({ ipSetReferenceStatement: { arn: ref("all") } }), { ...limit, priority: 2 }]),
			associated(),
			addresses("all", ["0.0.0.0/1", "128.0.0.0/1"]),
		],
	},
	{
		title: "All paths allowed, in a web ACL that blocks what no rule allows",
		verdict: "fail",
		stack: [shop, acl([allows(path("/"))], { defaultAction: { block: {} } }), associated()],
	},
	...(
		[
			["A high rate limit that clients reach", [blocks(limitOf(2_000_000))]],
			["A high rate limit on all requests", [blocks(limitOf(100_000_000, { aggregateKeyType: "CONSTANT" }))]],
			["A country without clients and one with clients blocked", [blocks(countries("KP", "US"))]],
			["All countries but one blocked", [blocks({ notStatement: { statement: countries("DE") } })]],
			["A path blocked", [blocks(path("/admin"))]],
			["A path in lower case blocked", [blocks(path("/admin", "LOWERCASE"))]],
			["A path blocked after decoding", [blocks(path("Admin", "BASE64_DECODE"))]],
			[
				"The login from a country without clients, or too many requests, blocked",
				[blocks({ orStatement: { statements: [countries("AQ"), path("/login")] } })],
			],
			["A path allowed before the rate limit", [allows(path("/healthz")), { ...limit, priority: 2 }]],
			["The rate limit before all paths are allowed", [limit, { ...allows(path("/")), priority: 2 }]],
			[
				"One path allowed by two conditions, before the rate limit",
				[allows({ andStatement: { statements: [path("/"), path("/assets/")] } }), { ...limit, priority: 2 }],
			],
		] as const
	).map(([title, rules]): Example => ({ title, verdict: "pass", stack: [shop, acl(rules), associated()] })),
	{
		title: "Listed addresses blocked",
		verdict: "pass",
		stack: [
			shop,
			acl([blocks({ ipSetReferenceStatement: { arn: ref("listed") } })]),
			associated(),
			addresses("listed", ["198.51.100.0/24"]),
		],
	},
	{
		title: "An empty list of blocked addresses, which a function may fill",
		verdict: "undetermined",
		reason: "not-decidable",
		message: 'IP set "listed" is empty in this stack',
		stack: [shop, acl([blocks({ ipSetReferenceStatement: { arn: ref("listed") } })]), associated(), addresses("listed", [])],
	},
	...(
		[
			["A rate limit", "rules[0].statement.rateBasedStatement.limit", blocks(limitOf(UNKNOWN))],
			[
				"The window of a very high rate limit",
				"rules[0].statement.rateBasedStatement.evaluationWindowSec",
				blocks(limitOf(3_000_000, { evaluationWindowSec: UNKNOWN })),
			],
			["A country", "rules[0].statement.geoMatchStatement.countryCodes[0]", blocks(countries(UNKNOWN))],
			["The text of a path", "rules[0].statement.byteMatchStatement.searchString", blocks(path(UNKNOWN))],
			["A statement", "rules[0].statement", blocks(UNKNOWN)],
		] as const
	).map(
		([value, property, webAclRule]): Example => ({
			title: `${value} unknown until deployment`,
			verdict: "undetermined",
			message: `${property} of web ACL "acl" is not known until deployment`,
			stack: [shop, acl([webAclRule]), associated()],
		}),
	),
	{
		title: "An allowed path that is unknown until deployment, before the rate limit",
		verdict: "undetermined",
		message: 'rules[0].statement.byteMatchStatement.searchString of web ACL "acl" is not known until deployment',
		stack: [shop, acl([allows(path(UNKNOWN)), { ...limit, priority: 2 }]), associated()],
	},
];
