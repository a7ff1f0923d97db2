import { aclRule, cdn, edited, httpApi, lambda, pathStatement, rateRule, ref, res, web } from "../parts";
import { type BadCase, bad } from "../suite-case";

const HAS_ACL = "public-endpoint-has-web-acl";
const WEBHOOKS = "web-acl-allows-webhooks";
const LOGGING = "web-acl-logging";
const REDACTED = "web-acl-logs-redacted";
const NETWORK_FIREWALL = "network-firewall-allows-scalekit";
const DNS_FIREWALL = "dns-firewall-allows-scalekit";
const CORS = "cors-no-wildcard-origin";
const HOOK = "/webhooks/scalekit";

const OFFICE = res("aws:wafv2/ipSet:IpSet", "office", { scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: ["203.0.113.0/24"] });
const fromOffice = { ipSetReferenceStatement: { arn: ref("office") } };
const managed = (name: string) =>
	aclRule(name, 1, { managedRuleGroupStatement: { vendorName: "AWS", name } }, { overrideAction: { none: {} } });
const allow = { action: { allow: {} } };

/** A firewall of the VPC with an allow-list, in front of a function in the VPC. */
const firewall = (targets: readonly string[], more: object = {}) => [
	res("aws:networkfirewall/ruleGroup:RuleGroup", "allowed-hosts", {
		type: "STATEFUL",
		capacity: 100,
		ruleGroup: {
			rulesSource: { rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI", "HTTP_HOST"], targets, ...more } },
		},
	}),
	res("aws:networkfirewall/firewallPolicy:FirewallPolicy", "egress", {
		firewallPolicy: {
			statelessDefaultActions: ["aws:forward_to_sfe"],
			statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
			statefulRuleGroupReferences: [{ resourceArn: ref("allowed-hosts") }],
		},
	}),
	res("aws:networkfirewall/firewall:Firewall", "firewall", {
		firewallPolicyArn: ref("egress"),
		vpcId: "vpc-0a1b2c3d",
		subnetMappings: [{ subnetId: "subnet-0f1" }],
	}),
];
const inVpc = () =>
	lambda(
		{ SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" },
		{ vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] } },
	);

const dnsFirewall = (allowed: readonly string[], allowRule: object = {}) => [
	res("aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup", "dns", { name: "egress" }),
	res("aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", "vendors", { name: "vendors", domains: allowed }),
	res("aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", "everything", { name: "everything", domains: ["*"] }),
	res("aws:route53/resolverFirewallRule:ResolverFirewallRule", "allow-vendors", {
		name: "allow-vendors",
		action: "ALLOW",
		priority: 100,
		firewallDomainListId: ref("vendors", "id"),
		firewallRuleGroupId: ref("dns", "id"),
		firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
		...allowRule,
	}),
	res("aws:route53/resolverFirewallRule:ResolverFirewallRule", "block-rest", {
		name: "block-rest",
		action: "BLOCK",
		blockResponse: "NXDOMAIN",
		priority: 900,
		firewallDomainListId: ref("everything", "id"),
		firewallRuleGroupId: ref("dns", "id"),
	}),
	res("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", "dns-vpc", {
		name: "vpc",
		priority: 101,
		vpcId: "vpc-0a1b2c3d",
		firewallRuleGroupId: ref("dns", "id"),
	}),
];

const SCALEKIT = { scalekitHosts: ["acme.scalekit.com"] };
const BROWSERS = { ...SCALEKIT, browsersBehindEgress: true };

export const edge: readonly BadCase[] = [
	bad(
		"The only rule blocks above two billion requests in five minutes",
		HAS_ACL,
		"front",
		edited(web(), { acl: { rules: [rateRule(2_000_000_000)] } }),
	),
	bad(
		"The only rule blocks requests from Antarctica",
		HAS_ACL,
		"front",
		edited(web(), { acl: { rules: [aclRule("geo", 1, { geoMatchStatement: { countryCodes: ["AQ"] } })] } }),
	),
	bad(
		"Every managed rule group is overridden to count",
		HAS_ACL,
		"front",
		edited(web(), {
			acl: {
				rules: [
					aclRule(
						"common",
						1,
						{ managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
						{ overrideAction: { count: {} } },
					),
				],
			},
		}),
	),
	bad(
		"A rate-based rule that counts during an evaluation that never ended",
		HAS_ACL,
		"front",
		edited(web(), {
			acl: { rules: [aclRule("rate", 1, { rateBasedStatement: { limit: 500, aggregateKeyType: "IP" } }, { action: { count: {} } })] },
		}),
	),
	bad("The second load balancer has no association", HAS_ACL, "partners", [
		...web(),
		res("aws:lb/loadBalancer:LoadBalancer", "partners", {
			loadBalancerType: "application",
			internal: false,
			subnets: [ref("public-a", "id"), ref("public-b", "id")],
			accessLogs: { enabled: true, bucket: "acme-identity-lb-logs", prefix: "partners" },
		}),
	]),
	bad(
		"Everything is allowed first, and the rate-based rule comes last",
		HAS_ACL,
		"front",
		edited(web(), {
			acl: {
				rules: [
					aclRule("allow-get", 0, { notStatement: { statement: { geoMatchStatement: { countryCodes: ["AQ"] } } } }, allow),
					rateRule(2000, 10),
				],
			},
		}),
	),
	bad(
		"A distribution without a web ACL in a stack that has one for CloudFront",
		HAS_ACL,
		"cdn",
		edited(cdn(), { cdn: { webAclId: undefined } }),
	),
	bad(
		"The webhook's path is blocked from everywhere but the office",
		WEBHOOKS,
		"acl",
		edited(
			web(),
			{
				acl: {
					rules: [
						aclRule("office-only", 1, {
							andStatement: { statements: [pathStatement(HOOK), { notStatement: { statement: fromOffice } }] },
						}),
						rateRule(2000),
					],
				},
			},
			OFFICE,
		),
		{ undecidable: true },
	),
	bad(
		"A CAPTCHA on all paths under /webhooks/scalekit",
		WEBHOOKS,
		"acl",
		edited(web(), { acl: { rules: [aclRule("no-bots", 1, pathStatement(HOOK), { action: { captcha: {} } }), rateRule(2000)] } }),
	),
	bad(
		"Everything is blocked but the pages of the login, and the webhook is named in a rate-based rule only",
		WEBHOOKS,
		"acl",
		edited(web(), {
			acl: {
				defaultAction: { block: {} },
				rules: [
					aclRule("hooks-rate", 1, {
						rateBasedStatement: { limit: 1000, aggregateKeyType: "IP", scopeDownStatement: pathStatement(HOOK) },
					}),
					aclRule("login", 2, pathStatement("/login"), allow),
				],
			},
		}),
	),
	bad(
		"A list of addresses passes everything before the rate-based rule",
		WEBHOOKS,
		"acl",
		edited(
			web(),
			{
				acl: {
					rules: [
						aclRule("scalekit-webhooks", 0, { ipSetReferenceStatement: { arn: ref("scalekit-ips") } }, allow),
						aclRule("hooks", 1, pathStatement(HOOK), allow),
						rateRule(2000),
					],
				},
			},
			res("aws:wafv2/ipSet:IpSet", "scalekit-ips", {
				name: "scalekit-webhooks",
				scope: "REGIONAL",
				ipAddressVersion: "IPV4",
				addresses: ["198.51.100.10/32", "198.51.100.11/32"],
			}),
		),
	),
	bad(
		"The log of the web ACL in front of the webhook was never configured",
		LOGGING,
		"acl",
		edited(web(), {
			acl: { rules: [aclRule("hook", 1, pathStatement(HOOK), allow), rateRule(2000)] },
			"acl-logs": null,
			"acl-logging": null,
		}),
	),
	bad("A log group whose name AWS WAF refuses", LOGGING, "acl acl-logging", edited(web(), { "acl-logs": { name: "/acme/waf/identity" } })),
	bad(
		"A filter of the log that drops what was blocked",
		LOGGING,
		"acl acl-logging",
		edited(web(), {
			"acl-logging": {
				loggingFilter: {
					defaultBehavior: "DROP",
					filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions: [{ actionCondition: { action: "COUNT" } }] }],
				},
			},
		}),
	),
	bad(
		"A log that redacts cookies and keeps tokens",
		REDACTED,
		"acl-logging",
		edited(web(), { "acl-logging": { redactedFields: [{ singleHeader: { name: "cookie" } }, { uriPath: {} }] } }),
	),
	bad(
		"An allow-list of the firewall without Scalekit",
		NETWORK_FIREWALL,
		"egress allowed-hosts",
		[...firewall([".amazonaws.com", "api.stripe.com", "cdn.scalekit.com", "fonts.googleapis.com"]), ...inVpc()],
		{ project: SCALEKIT },
	),
	bad("An allow-list of the firewall with the development environment", NETWORK_FIREWALL, "egress allowed-hosts", [
		...firewall([".amazonaws.com", "acme.scalekit.dev", "cdn.scalekit.com", "fonts.googleapis.com"]),
		...inVpc(),
	]),
	bad(
		"An allow-list of the firewall with an asterisk",
		NETWORK_FIREWALL,
		"egress allowed-hosts",
		[...firewall([".amazonaws.com", "*.scalekit.com", "cdn.scalekit.com", "fonts.googleapis.com"]), ...inVpc()],
		{ project: SCALEKIT },
	),
	bad(
		"An allow-list that evaluates the host of HTTP requests only, before everything else is dropped",
		NETWORK_FIREWALL,
		"egress allowed-hosts",
		edited([...firewall([".amazonaws.com", ".scalekit.com", "fonts.googleapis.com"], { targetTypes: ["HTTP_HOST"] }), ...inVpc()], {
			egress: {
				firewallPolicy: {
					statelessDefaultActions: ["aws:forward_to_sfe"],
					statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
					statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
					statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
					statefulRuleGroupReferences: [{ resourceArn: ref("allowed-hosts"), priority: 10 }],
				},
			},
			"allowed-hosts": {
				ruleGroup: {
					statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
					rulesSource: {
						rulesSourceList: {
							generatedRulesType: "ALLOWLIST",
							targetTypes: ["HTTP_HOST"],
							targets: [".amazonaws.com", ".scalekit.com", "fonts.googleapis.com"],
						},
					},
				},
			},
		}),
		{ project: SCALEKIT, also: ["egress-allows-login-assets"] },
	),
	bad(
		"A DNS Firewall without Scalekit before everything is blocked",
		DNS_FIREWALL,
		"dns",
		[...dnsFirewall(["*.amazonaws.com.", "cdn.scalekit.com.", "fonts.googleapis.com."]), ...inVpc()],
		{ project: SCALEKIT },
	),
	bad(
		"A DNS Firewall that allows Scalekit after everything is blocked",
		DNS_FIREWALL,
		"dns",
		[...dnsFirewall(["*.amazonaws.com.", "*.scalekit.com.", "fonts.googleapis.com."], { priority: 950 }), ...inVpc()],
		{ project: SCALEKIT, also: ["egress-allows-login-assets"] },
	),
	bad(
		"Browsers behind a firewall that allows the environment only",
		"egress-allows-login-assets",
		"egress",
		[...firewall([".amazonaws.com", "acme.scalekit.com"]), ...inVpc()],
		{ project: BROWSERS },
	),
	bad(
		"An HTTP API that allows every origin with credentials",
		CORS,
		"api",
		edited(httpApi(), {
			api: { corsConfiguration: { allowOrigins: ["https://*", "http://*"], allowCredentials: true, allowHeaders: ["authorization"] } },
		}),
	),
	bad("A function URL that allows every origin with credentials", CORS, "callback-url", [
		...lambda(),
		res("aws:lambda/functionUrl:FunctionUrl", "callback-url", {
			functionName: ref("callback", "name"),
			authorizationType: "NONE",
			cors: { allowOrigins: ["*"], allowCredentials: true, allowMethods: ["*"] },
		}),
	]),
	bad(
		"An HTTP API whose imported definition allows every origin with credentials",
		CORS,
		"api",
		edited(httpApi(), {
			api: {
				corsConfiguration: undefined,
				body: JSON.stringify({
					openapi: "3.0.1",
					info: { title: "identity", version: "1" },
					paths: {},
					"x-amazon-apigateway-cors": { allowOrigins: ["https://*"], allowCredentials: true, allowMethods: ["GET", "POST"] },
				}),
			},
		}),
	),
	bad(
		"A managed rule group after a rule that allows everything under a prefix of all paths",
		HAS_ACL,
		"front",
		edited(web(), { acl: { rules: [aclRule("all", 0, pathStatement("/"), allow), managed("AWSManagedRulesCommonRuleSet")] } }),
	),
];
