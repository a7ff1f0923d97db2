import { type Example, jsonStringify, ref, resource, UNKNOWN } from "../../engine/example";
import { HttpApi, IpSet, WebAcl, WebAclRule, WebAclRuleGroupAssociation } from "../../facts/resource-types";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const acl = (defaultAction: unknown, rules: unknown, more: object = {}) =>
	resource(WebAcl, "shop", { scope: "REGIONAL", defaultAction, visibilityConfig, rules, ...more });
const open = { allow: {} };
const closed = { block: {} };

const rule = (priority: unknown, action: unknown, statement: unknown, name = `rule-${priority}`) => ({
	name,
	priority,
	action,
	statement,
	visibilityConfig,
});
const group = (priority: number, statement: object, overrideAction: object = { none: {} }) => ({
	name: "managed",
	priority,
	overrideAction,
	statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesBotControlRuleSet", ...statement } },
	visibilityConfig,
});
const path = (searchString: unknown, positionalConstraint = "STARTS_WITH") => ({
	byteMatchStatement: {
		fieldToMatch: { uriPath: {} },
		positionalConstraint,
		searchString,
		textTransformations: [{ priority: 0, type: "NONE" }],
	},
});
const method = (searchString: string) => ({
	byteMatchStatement: {
		fieldToMatch: { method: {} },
		positionalConstraint: "EXACTLY",
		searchString,
		textTransformations: [{ priority: 0, type: "NONE" }],
	},
});
const webhook = path("/webhooks/scalekit");
const from = (set: string) => ({ ipSetReferenceStatement: { arn: ref(set) } });
const and = (...statements: unknown[]) => ({ andStatement: { statements } });
const or = (...statements: unknown[]) => ({ orStatement: { statements } });
const not = (statement: unknown) => ({ notStatement: { statement } });
const rate = (more: object = {}) => ({ rateBasedStatement: { limit: 500, aggregateKeyType: "IP", ...more } });
const set = (name: string, addresses: unknown) => resource(IpSet, name, { scope: "REGIONAL", ipAddressVersion: "IPV4", addresses });
const scalekit = set("scalekit", ["34.94.129.140/32", "35.198.115.68/32"]);

export const examples: readonly Example[] = [
	{
		title: "The webhook's path allowed by itself, with everything else blocked",
		verdict: "pass",
		stack: [acl(closed, [rule(1, closed, rate()), rule(2, open, webhook)])],
	},
	{
		title: "A POST to the webhook's path allowed",
		verdict: "pass",
		stack: [acl(closed, [rule(1, open, and(webhook, method("POST")))])],
	},
	{
		title: "Only a GET to the webhook's path allowed",
		verdict: "fail",
		property: "defaultAction",
		stack: [acl(closed, [rule(1, open, and(webhook, method("GET")))])],
	},
	{
		title: "Everything blocked but the login, while a rate rule names the webhook's path",
		verdict: "fail",
		property: "defaultAction",
		stack: [acl(closed, [rule(1, closed, rate({ scopeDownStatement: webhook })), rule(2, open, path("/login"))])],
	},
	{
		title: "Everything allowed, with a rate rule on the webhook's path",
		verdict: "pass",
		stack: [acl(open, [rule(1, closed, rate({ scopeDownStatement: path("/api/webhooks", "EXACTLY") }))])],
	},
	{
		title: "A rule that blocks the webhook's path",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(1, closed, path("scalekit", "CONTAINS"))])],
	},
	{
		title: "A challenge, which no sender of webhooks can answer",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(1, { challenge: {} }, webhook)])],
	},
	{
		title: "A rule that only counts what is sent to the webhook's path",
		verdict: "pass",
		stack: [acl(open, [rule(1, { count: {} }, and(webhook, not(from("scalekit")))), rule(2, closed, rate())]), scalekit],
	},
	{
		title: "A rule that blocks another path",
		verdict: "pass",
		stack: [acl(open, [rule(1, closed, path("/admin")), rule(2, open, webhook)])],
	},
	{
		title: "Rules written in another order than they are asked in",
		verdict: "pass",
		stack: [acl(closed, [rule(9, closed, path("/webhooks")), rule(1, open, webhook)])],
	},
	{
		title: "The webhook's path allowed only from Scalekit's published addresses",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "rules[0].statement.andStatement.statements[1].ipSetReferenceStatement.arn",
		stack: [acl(closed, [rule(1, open, and(webhook, from("scalekit")))]), scalekit],
	},
	{
		title: "The webhook's path blocked from everywhere but Scalekit's published addresses",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [acl(open, [rule(1, closed, and(webhook, not(from("scalekit"))))]), scalekit],
	},
	{
		title: "Scalekit's addresses allowed for any path, before the rate-based rule",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(0, open, from("scalekit")), rule(1, closed, rate()), rule(2, open, webhook)]), scalekit],
	},
	{
		title: "The webhook's path or Scalekit's addresses, which lets the addresses go everywhere",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(0, open, or(webhook, from("scalekit"))), rule(1, closed, rate())]), scalekit],
	},
	{
		title: "Scalekit's addresses allowed after the rate rules",
		verdict: "pass",
		stack: [acl(open, [rule(0, closed, rate()), rule(1, open, from("scalekit")), rule(2, open, webhook)]), scalekit],
	},
	{
		title: "Addresses allowed before a rate rule that only counts",
		verdict: "pass",
		stack: [acl(open, [rule(0, open, from("scalekit")), rule(1, { count: {} }, rate()), rule(2, open, webhook)]), scalekit],
	},
	{
		title: "Two halves of the internet allowed before the rules that block",
		verdict: "fail",
		property: "rules[0].action",
		stack: [
			acl(open, [rule(0, open, from("everyone")), rule(1, closed, path("/admin")), rule(2, open, webhook)]),
			set("everyone", ["0.0.0.0/1", "128.0.0.0/1"]),
		],
	},
	{
		title: "A limit on the webhook's path that a directory's first sync would reach",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "rules[0].statement.rateBasedStatement.limit",
		stack: [acl(open, [rule(0, closed, rate({ limit: 10, scopeDownStatement: webhook })), rule(1, open, webhook)])],
	},
	{
		title: "The same limit on everything",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "its low rate limit may block part of a directory's first sync",
		property: "rules[0].statement.rateBasedStatement.limit",
		stack: [acl(closed, [rule(0, closed, rate({ limit: 100 })), rule(1, open, webhook)])],
	},
	{
		title: "A low limit on another path",
		verdict: "pass",
		stack: [acl(open, [rule(0, closed, rate({ limit: 10, scopeDownStatement: path("/login") })), rule(1, open, webhook)])],
	},
	{
		title: "A low limit on everything but the webhook's path",
		verdict: "pass",
		stack: [acl(open, [rule(0, closed, rate({ limit: 10, scopeDownStatement: not(webhook) }))])],
	},
	{
		title: "A low limit after the webhook's path is allowed",
		verdict: "pass",
		stack: [acl(open, [rule(0, open, webhook), rule(1, closed, rate({ limit: 10 }))])],
	},
	{
		title: "A low limit that only counts",
		verdict: "pass",
		stack: [acl(open, [rule(0, { count: {} }, rate({ limit: 10, scopeDownStatement: webhook }))])],
	},
	{
		title: "A limit unknown until deployment",
		verdict: "undetermined",
		property: "rules[0].statement.rateBasedStatement.limit",
		stack: [acl(open, [rule(0, closed, rate({ limit: UNKNOWN, scopeDownStatement: webhook }))])],
	},
	{
		title: "The office's addresses allowed for any path, before the rate-based rule",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(0, open, from("office")), rule(1, closed, rate()), rule(2, open, webhook)]), set("office", ["203.0.113.0/24"])],
	},
	{
		title: "A generic webhook path blocked",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "rules[0].action",
		stack: [acl(open, [rule(1, closed, path("/webhooks"))])],
	},
	{
		title: "A generic webhook path blocked in a stack that is declared to contain the webhook",
		verdict: "fail",
		property: "rules[0].action",
		project: { components: ["webhook"] },
		stack: [acl(open, [rule(1, closed, path("/webhooks"))])],
	},
	{
		title: "Webhooks blocked by a rule that is named after Scalekit",
		verdict: "fail",
		property: "rules[0].action",
		stack: [acl(open, [rule(1, closed, path("/webhooks"), "no-scalekit-yet")])],
	},
	{
		title: "A generic webhook path blocked, with Scalekit's addresses in another rule",
		verdict: "fail",
		property: "rules[1].action",
		stack: [acl(open, [rule(1, { count: {} }, from("scalekit")), rule(2, closed, path("/webhooks"))]), scalekit],
	},
	{
		title: "Addresses allowed before the rate-based rule, and a generic webhook path",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			acl(open, [rule(0, open, from("office")), rule(1, closed, rate()), rule(2, open, path("/webhooks"))]),
			set("office", ["203.0.113.0/24"]),
		],
	},
	{
		title: "A block list that holds none of Scalekit's published addresses",
		verdict: "pass",
		stack: [acl(open, [rule(1, closed, from("attackers")), rule(2, open, webhook)]), set("attackers", ["203.0.113.0/24"])],
	},
	{
		title: "A block list that holds one of Scalekit's published addresses",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "rules[0] blocks a published Scalekit address",
		stack: [acl(open, [rule(1, closed, from("attackers")), rule(2, open, webhook)]), set("attackers", ["203.0.113.0/24", "34.94.0.0/16"])],
	},
	{
		title: "Countries blocked before the webhook's path is allowed",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "Scalekit does not document the source addresses of webhooks",
		stack: [acl(open, [rule(1, closed, { geoMatchStatement: { countryCodes: ["US"] } }), rule(2, open, webhook)])],
	},
	{
		title: "A managed rule group that may stop webhooks",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "rules[0].overrideAction",
		stack: [acl(open, [group(1, {}), rule(2, open, webhook)])],
	},
	{
		title: "A managed rule group after the webhook's path is allowed",
		verdict: "pass",
		stack: [acl(open, [rule(1, open, webhook), group(2, {})])],
	},
	{
		title: "A managed rule group that only counts",
		verdict: "pass",
		stack: [acl(open, [group(1, {}, { count: {} }), rule(2, open, webhook)])],
	},
	{
		title: "A managed rule group that leaves the webhook's path out",
		verdict: "pass",
		stack: [acl(open, [group(1, { scopeDownStatement: not(webhook) })])],
	},
	{
		title: "A rule in a separate resource that allows the webhook's path",
		verdict: "pass",
		stack: [acl(closed, []), resource(WebAclRule, "webhook", { webAclArn: ref("shop"), priority: 1, action: open, statement: webhook })],
	},
	{
		title: "A rule in a separate resource that blocks the webhook's path",
		verdict: "fail",
		stack: [acl(open, []), resource(WebAclRule, "webhook", { webAclArn: ref("shop"), priority: 1, action: closed, statement: webhook })],
	},
	{
		title: "A rule in a separate resource that blocks another path",
		verdict: "pass",
		stack: [
			acl(open, []),
			resource(WebAclRule, "admin", { webAclArn: ref("shop"), priority: 1, action: closed, statement: path("/admin") }),
			resource(WebAclRule, "webhook", { webAclArn: ref("shop"), priority: 2, action: open, statement: webhook }),
		],
	},
	{
		title: "A rule group in a separate resource that only counts, before the webhook's path is allowed",
		verdict: "pass",
		stack: [
			acl(open, [rule(5, open, webhook)]),
			resource(WebAclRuleGroupAssociation, "bots", {
				webAclArn: ref("shop"),
				ruleName: "bots",
				priority: 1,
				overrideAction: "count",
				managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesBotControlRuleSet" },
			}),
		],
	},
	{
		title: "A rule group in a separate resource, before the webhook's path is allowed",
		verdict: "undetermined",
		reason: "not-decidable",
		message: 'the rule group in rule "bots" may block webhooks',
		stack: [
			acl(open, [rule(5, open, webhook)]),
			resource(WebAclRuleGroupAssociation, "bots", {
				webAclArn: ref("shop"),
				ruleName: "bots",
				priority: 1,
				managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesBotControlRuleSet" },
			}),
		],
	},
	{
		title: "Rules written as JSON that name no webhook",
		verdict: "not-applicable",
		stack: [acl(open, undefined, { ruleJson: jsonStringify([{ Name: "limit", Action: { Block: {} } }]) })],
	},
	...(["rules", "ruleJson"] as const).map(
		(property): Example => ({
			title: `A web ACL whose ${property} is unknown until deployment`,
			verdict: "undetermined",
			property,
			stack: [acl(open, undefined, { [property]: UNKNOWN })],
		}),
	),
	{
		title: "Rules written as JSON that name the webhook",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "its rules are in ruleJson, which is not evaluated",
		property: "ruleJson",
		stack: [
			acl(closed, undefined, {
				ruleJson: jsonStringify([{ Name: "webhook", Statement: { ByteMatchStatement: { SearchString: "/webhooks/scalekit" } } }]),
			}),
		],
	},
	{
		title: "A regular expression for the webhook's path",
		verdict: "pass",
		stack: [
			acl(closed, [rule(1, open, { regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString: "^/(v1/)?webhooks?/scalekit$" } })]),
		],
	},
	{
		title: "A regular expression that blocks another path",
		verdict: "pass",
		stack: [
			acl(open, [
				rule(1, closed, { regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString: "^/admin(/.*)?$" } }),
				rule(2, open, webhook),
			]),
		],
	},
	{
		title: "A web ACL that names no webhook",
		verdict: "not-applicable",
		stack: [acl(closed, [rule(1, open, path("/login")), rule(2, open, from("office"))]), set("office", ["203.0.113.0/24"])],
	},
	{
		title: "Another vendor's webhook",
		verdict: "not-applicable",
		stack: [acl(closed, [rule(1, open, path("/webhooks/stripe"))])],
	},
	{
		title: "A stack that is declared to contain the webhook, with nothing blocked by default",
		verdict: "pass",
		project: { components: ["webhook"] },
		stack: [acl(open, [rule(1, closed, rate())])],
	},
	{
		title: "A stack that is declared to contain the webhook, without a rule for its path",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "defaultAction",
		project: { components: ["webhook"] },
		stack: [acl(closed, [rule(1, { count: {} }, path("/login"))])],
	},
	{
		title: "Webhooks blocked in a stack that is declared to contain the webhook and has an HTTP API through which they may arrive",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "rules[0].action",
		project: { components: ["webhook"] },
		stack: [acl(open, [rule(1, closed, path("/webhooks"))]), resource(HttpApi, "hooks", { protocolType: "HTTP" })],
	},
	{
		title: "A default action unknown until deployment",
		verdict: "undetermined",
		property: "defaultAction",
		stack: [acl(UNKNOWN, [rule(1, closed, rate({ scopeDownStatement: webhook }))])],
	},
	{
		title: "An action on the webhook's path unknown until deployment",
		verdict: "undetermined",
		property: "rules[0].action",
		stack: [acl(open, [rule(1, UNKNOWN, webhook)])],
	},
	{
		title: "A path unknown until deployment",
		verdict: "undetermined",
		property: "rules[0].statement.byteMatchStatement.searchString",
		stack: [acl(closed, [rule(1, open, path(UNKNOWN))])],
	},
	{
		title: "A priority unknown until deployment",
		verdict: "undetermined",
		stack: [acl(closed, [rule(UNKNOWN, open, webhook)])],
	},
	{
		title: "Addresses unknown until deployment",
		verdict: "undetermined",
		stack: [acl(open, [rule(1, closed, from("attackers")), rule(2, open, webhook)]), set("attackers", UNKNOWN)],
	},
];
