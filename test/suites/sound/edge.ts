import {
	aclRule,
	CERTIFICATE,
	cdn,
	edited,
	forwardTo,
	httpApi,
	lambda,
	network,
	pathStatement,
	rateRule,
	redirectTo,
	ref,
	res,
	retyped,
	web,
} from "../parts";
import { type SoundCase, sound } from "../suite-case";

const fixed = (statusCode: string, messageBody: string, contentType = "text/plain") => [
	{ type: "fixed-response", fixedResponse: { contentType, statusCode, messageBody } },
];
const rule = (name: string, values: readonly string[], actions: readonly object[]) =>
	res("aws:lb/listenerRule:ListenerRule", name, {
		listenerArn: ref("http"),
		priority: 5,
		conditions: [{ pathPattern: { values } }],
		actions,
	});
const hosts = { scalekitHosts: ["acme.scalekit.com"] };
const HOOK = "/webhooks/scalekit";
const allow = { action: { allow: {} } };

const nlb = (listener: object, balancer: object = {}) => [
	...network(),
	res("aws:lb/loadBalancer:LoadBalancer", "tcp", { loadBalancerType: "network", subnets: [ref("public-a", "id")], ...balancer }),
	res("aws:lb/targetGroup:TargetGroup", "nodes", { port: 8443, protocol: "TCP", targetType: "ip", vpcId: ref("main", "id") }),
	res("aws:lb/listener:Listener", "in", { loadBalancerArn: ref("tcp"), defaultActions: forwardTo("nodes"), ...listener }),
];

/** Listeners and distributions. */
const transport: readonly SoundCase[] = [
	sound(
		"A temporary redirect that keeps path and query",
		edited(web(), {
			http: { defaultActions: redirectTo("443", { statusCode: "HTTP_302", path: "/#{path}", query: "#{query}", host: "#{host}" }) },
		}),
	),
	sound(
		"A redirect to 8443, which a second HTTPS listener serves",
		edited(
			web(),
			{ http: { defaultActions: redirectTo("8443") } },
			res("aws:lb/listener:Listener", "https-alt", {
				loadBalancerArn: ref("front"),
				port: 8443,
				protocol: "HTTPS",
				certificateArn: CERTIFICATE,
				sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
				routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=63072000",
				defaultActions: forwardTo("web"),
			}),
		),
	),
	sound(
		"A load balancer that only redirects to another host",
		edited(web(), { https: null, http: { defaultActions: redirectTo("443", { host: "login.acme.example" }) } }),
	),
	sound(
		"Certificate challenges over HTTP, everything else redirected",
		edited(web(), {}, rule("acme", ["/.well-known/acme-challenge/*"], forwardTo("web"))),
	),
	sound("Everything over HTTP is refused", edited(web(), { http: { defaultActions: fixed("403", "HTTPS only") } })),
	sound(
		"A notice of maintenance over HTTP",
		edited(web(), { http: { defaultActions: fixed("503", "<html><body><h1>We will be back soon</h1></body></html>", "text/html") } }),
	),
	sound("A health check of a monitoring vendor over HTTP", edited(web(), {}, rule("health", ["/healthz"], fixed("200", "ok")))),
	sound(
		"An internal load balancer that forwards over HTTP",
		edited(web(), { front: { internal: true, accessLogs: undefined }, http: { defaultActions: forwardTo("web") }, https: null }),
	),
	sound("A Network Load Balancer that passes TLS through on 443", nlb({ protocol: "TCP", port: 443 })),
	sound("An internal Network Load Balancer on port 80", nlb({ protocol: "TCP", port: 80 }, { internal: true })),
	sound("A Network Load Balancer for a database port", nlb({ protocol: "TCP", port: 5432 })),
	sound("Fixed addresses in front of a load balancer that redirects", [
		...web(),
		res("aws:lb/loadBalancer:LoadBalancer", "static-ip", { loadBalancerType: "network", subnets: [ref("public-a", "id")] }),
		res("aws:lb/targetGroup:TargetGroup", "to-front", { port: 80, protocol: "TCP", targetType: "alb", vpcId: ref("main", "id") }),
		res("aws:lb/targetGroupAttachment:TargetGroupAttachment", "front-attachment", {
			targetGroupArn: ref("to-front"),
			targetId: ref("front"),
			port: 80,
		}),
		res("aws:lb/listener:Listener", "in", {
			loadBalancerArn: ref("static-ip"),
			port: 80,
			protocol: "TCP",
			defaultActions: forwardTo("to-front"),
		}),
	]),
	sound("A listener of an old provider that redirects", retyped(web(), "http", "aws:alb/listener:Listener"), { form: "old-state" }),
	sound(
		"HSTS with the value in quotes, as RFC 6797 allows",
		edited(web(), { https: { routingHttpResponseStrictTransportSecurityHeaderValue: 'max-age="31536000"' } }),
	),
	sound("A policy of the FIPS family", edited(web(), { https: { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04" } })),
	sound(
		"A distribution for HTTPS only, with TLS 1.3",
		edited(cdn(), {
			cdn: {
				defaultCacheBehavior: {
					targetOriginId: "app",
					viewerProtocolPolicy: "https-only",
					allowedMethods: ["GET", "HEAD"],
					cachedMethods: ["GET", "HEAD"],
					responseHeadersPolicyId: ref("headers", "id"),
				},
				viewerCertificate: { acmCertificateArn: CERTIFICATE, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.3_2025" },
			},
		}),
	),
];

/** Web ACLs, egress and CORS. */
const filters: readonly SoundCase[] = [
	sound(
		"A low limit on the login's path",
		edited(web(), {
			acl: {
				rules: [
					aclRule("login", 1, { rateBasedStatement: { limit: 100, aggregateKeyType: "IP", scopeDownStatement: pathStatement("/login") } }),
				],
			},
		}),
	),
	sound(
		"Sanctioned countries are blocked in addition to a limit",
		edited(web(), {
			acl: { rules: [aclRule("sanctions", 1, { geoMatchStatement: { countryCodes: ["KP", "IR", "SY", "CU"] } }), rateRule(3000)] },
		}),
	),
	sound(
		"A counting rule before the blocking one",
		edited(web(), {
			acl: {
				rules: [
					aclRule("trial", 1, { rateBasedStatement: { limit: 200, aggregateKeyType: "IP" } }, { action: { count: {} } }),
					rateRule(2000),
				],
			},
		}),
	),
	sound(
		"The webhook is allowed after the limit, everything else must match",
		edited(web(), {
			acl: {
				defaultAction: { block: {} },
				rules: [rateRule(2000, 1), aclRule("webhook", 2, pathStatement(HOOK), allow), aclRule("app", 3, pathStatement("/"), allow)],
			},
		}),
	),
	sound(
		"Managed rules that exclude the webhook, with nested statements as older providers record them",
		edited(web(), {
			acl: {
				rules: [
					rateRule(2000, 1),
					aclRule(
						"common",
						2,
						{
							managedRuleGroupStatement: {
								vendorName: "AWS",
								name: "AWSManagedRulesCommonRuleSet",
								scopeDownStatement: { notStatement: { statements: [pathStatement(HOOK)] } },
							},
						},
						{ overrideAction: { none: {} } },
					),
				],
			},
		}),
	),
	sound(
		"A log that drops what was allowed",
		edited(web(), {
			"acl-logging": {
				loggingFilter: {
					defaultBehavior: "KEEP",
					filters: [{ behavior: "DROP", requirement: "MEETS_ALL", conditions: [{ actionCondition: { action: "ALLOW" } }] }],
				},
			},
		}),
	),
	sound(
		"A public API that any origin may read without credentials",
		edited(httpApi(), { api: { corsConfiguration: { allowOrigins: ["*"], allowMethods: ["GET"], maxAge: 86400 } } }),
	),
	sound("Own origins with credentials at a function URL", [
		...lambda(),
		res("aws:lambda/functionUrl:FunctionUrl", "url", {
			functionName: ref("callback", "name"),
			authorizationType: "NONE",
			cors: { allowOrigins: ["https://app.acme.example", "https://admin.acme.example"], allowCredentials: true },
		}),
	]),
	sound(
		"An allow-list of the firewall with every host of Scalekit",
		[
			res("aws:networkfirewall/ruleGroup:RuleGroup", "allowed-hosts", {
				type: "STATEFUL",
				capacity: 100,
				ruleGroup: {
					rulesSource: {
						rulesSourceList: {
							generatedRulesType: "ALLOWLIST",
							targetTypes: ["TLS_SNI", "HTTP_HOST"],
							targets: [".scalekit.com", ".googleapis.com", ".gstatic.com", ".amazonaws.com"],
						},
					},
				},
			}),
			res("aws:networkfirewall/firewallPolicy:FirewallPolicy", "egress", {
				firewallPolicy: {
					statelessDefaultActions: ["aws:forward_to_sfe"],
					statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
					statefulRuleGroupReferences: [{ resourceArn: ref("allowed-hosts") }],
				},
			}),
			...lambda(
				{ SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" },
				{ vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] } },
			),
		],
		{ project: hosts },
	),
];

export const edge: readonly SoundCase[] = [...transport, ...filters];
