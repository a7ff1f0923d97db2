import { CERTIFICATE, cdn, edited, forwardTo, network, redirectTo, ref, res, retyped, web } from "../parts";
import { type BadCase, bad } from "../suite-case";

const HTTP = "http-listener-redirects";
const TLS = "listener-tls-version";
const HSTS = "hsts";

/** A Network Load Balancer "tcp" with listener "in" on this port. */
const nlb = (listener: object, more: readonly Parameters<typeof res>[] = []) => [
	...network(),
	res("aws:lb/loadBalancer:LoadBalancer", "tcp", {
		loadBalancerType: "network",
		internal: false,
		subnets: [ref("public-a", "id"), ref("public-b", "id")],
		accessLogs: { enabled: true, bucket: "acme-identity-lb-logs" },
	}),
	res("aws:lb/targetGroup:TargetGroup", "nodes", {
		port: 8080,
		protocol: "TCP",
		targetType: "ip",
		vpcId: ref("main", "id"),
		healthCheck: { protocol: "HTTP", path: "/healthz" },
	}),
	res("aws:lb/listener:Listener", "in", { loadBalancerArn: ref("tcp"), defaultActions: forwardTo("nodes"), ...listener }),
	...more.map((each) => res(...each)),
];

const rule = (name: string, conditions: readonly object[], actions: readonly object[], more: object = {}) =>
	res("aws:lb/listenerRule:ListenerRule", name, { listenerArn: ref("http"), priority: 5, conditions, actions, ...more });

const LOGIN_FORM =
	'<html><body><form method="post" action="/login"><input name="user"><input type="password" name="password"><button>Log in</button></form></body></html>';

const behaviour = (pathPattern: string, viewerProtocolPolicy: string) => ({
	pathPattern,
	targetOriginId: "app",
	viewerProtocolPolicy,
	allowedMethods: ["GET", "HEAD"],
	cachedMethods: ["GET", "HEAD"],
});
const certificate = (more: object) => ({ viewerCertificate: { acmCertificateArn: CERTIFICATE, sslSupportMethod: "sni-only", ...more } });

export const transport: readonly BadCase[] = [
	bad("The HTTP listener forwards next to the HTTPS listener", HTTP, "http", edited(web(), { http: { defaultActions: forwardTo("web") } })),
	bad("The redirect leads to a port without a listener", HTTP, "http", edited(web(), { http: { defaultActions: redirectTo("8443") } }), {
		undecidable: true,
	}),
	bad("The redirect leads to HTTPS, and the HTTPS listener was removed", HTTP, "http", edited(web(), { https: null }), {
		undecidable: true,
	}),
	bad(
		"The redirect leads to a listener that serves plain HTTP on that port",
		HTTP,
		"http https",
		edited(web(), {
			https: {
				protocol: "HTTP",
				port: 443,
				certificateArn: undefined,
				sslPolicy: undefined,
				routingHttpResponseStrictTransportSecurityHeaderValue: undefined,
				defaultActions: redirectTo("443"),
			},
		}),
	),
	bad(
		"The redirect keeps the protocol of the request",
		HTTP,
		"http",
		edited(web(), { http: { defaultActions: redirectTo("443", { protocol: "#{protocol}" }) } }),
	),
	bad(
		"The redirect leads to another host over plain HTTP",
		HTTP,
		"http",
		edited(web(), { http: { defaultActions: redirectTo("80", { protocol: "HTTP", host: "www.acme.example" }) } }),
	),
	bad(
		"A weighted forward during a migration",
		HTTP,
		"http",
		edited(web(), {
			http: {
				defaultActions: [
					{
						type: "forward",
						forward: {
							targetGroups: [
								{ arn: ref("web"), weight: 90 },
								{ arn: ref("web"), weight: 10 },
							],
						},
					},
				],
			},
		}),
	),
	bad(
		"A login form as a fixed response over HTTP",
		HTTP,
		"http",
		edited(web(), {
			http: {
				defaultActions: [
					{ type: "fixed-response", fixedResponse: { contentType: "text/html", statusCode: "200", messageBody: LOGIN_FORM } },
				],
			},
		}),
	),
	bad(
		"A rule that answers /login over HTTP with a form",
		HTTP,
		"login-page",
		edited(
			web(),
			{},
			rule(
				"login-page",
				[{ pathPattern: { values: ["/login"] } }],
				[{ type: "fixed-response", fixedResponse: { contentType: "text/html", statusCode: "200", messageBody: LOGIN_FORM } }],
			),
		),
	),
	bad(
		"A rule that forwards the callback before the redirect",
		HTTP,
		"callback-path",
		edited(web(), {}, rule("callback-path", [{ pathPattern: { values: ["/auth/callback"] } }], forwardTo("web"))),
	),
	bad(
		"A rule for an old host name that forwards",
		HTTP,
		"legacy-host",
		edited(web(), {}, rule("legacy-host", [{ hostHeader: { values: ["sso.acme.example"] } }], forwardTo("web"))),
	),
	bad(
		"A rule for certificate challenges that also forwards the login",
		HTTP,
		"challenges",
		edited(web(), {}, rule("challenges", [{ pathPattern: { values: ["/.well-known/acme-challenge/*", "/login/*"] } }], forwardTo("web"))),
	),
	bad(
		"A second HTTP listener on 8080 for the administration",
		HTTP,
		"admin",
		edited(
			web(),
			{},
			res("aws:lb/listener:Listener", "admin", {
				loadBalancerArn: ref("front"),
				port: 8080,
				protocol: "HTTP",
				defaultActions: forwardTo("web"),
			}),
		),
	),
	bad(
		"A listener of @pulumi/aws 1 that forwards",
		HTTP,
		"http",
		retyped(edited(web(), { http: { defaultActions: forwardTo("web") } }), "http", "aws:elasticloadbalancingv2/listener:Listener"),
		{ form: "old-state" },
	),
	bad(
		"A preview in which the HTTP listener forwards to a new target group",
		HTTP,
		"http",
		edited(web(), { http: { defaultActions: forwardTo("web") } }),
		{ form: "preview" },
	),
	bad("A Network Load Balancer that passes TCP 80 to the application", HTTP, "in", nlb({ protocol: "TCP", port: 80 })),
	bad("A Network Load Balancer in front of an Application Load Balancer whose HTTP listener forwards", HTTP, "http in", [
		...edited(web(), { http: { defaultActions: forwardTo("web") }, front: { internal: true } }),
		res("aws:lb/loadBalancer:LoadBalancer", "static-ip", {
			loadBalancerType: "network",
			internal: false,
			subnets: [ref("public-a", "id")],
			accessLogs: { enabled: true, bucket: "acme-identity-lb-logs" },
		}),
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
	bad("A classic load balancer with an HTTP listener", HTTP, "old", [
		...network(),
		res("aws:elb/loadBalancer:LoadBalancer", "old", {
			subnets: [ref("public-a", "id")],
			accessLogs: { bucket: "acme-identity-lb-logs", enabled: true },
			listeners: [
				{ lbPort: 443, lbProtocol: "https", instancePort: 8080, instanceProtocol: "http", sslCertificateId: CERTIFICATE },
				{ lbPort: 80, lbProtocol: "http", instancePort: 8080, instanceProtocol: "http" },
			],
		}),
	]),
	bad("A classic load balancer that passes TCP 80 to the application", HTTP, "old", [
		...network(),
		res("aws:elb/loadBalancer:LoadBalancer", "old", {
			subnets: [ref("public-a", "id")],
			accessLogs: { bucket: "acme-identity-lb-logs", enabled: true },
			listeners: [{ lbPort: 80, lbProtocol: "tcp", instancePort: 8080, instanceProtocol: "tcp" }],
			healthCheck: { target: "HTTP:8080/login", interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 2 },
		}),
	]),
	bad("An HTTPS listener that leaves the policy to the default", TLS, "https", edited(web(), { https: { sslPolicy: undefined } })),
	bad(
		"A policy with forward secrecy that still accepts TLS 1.1",
		TLS,
		"https",
		edited(web(), { https: { sslPolicy: "ELBSecurityPolicy-FS-1-1-2019-08" } }),
	),
	bad(
		"A policy for TLS 1.3 that keeps TLS 1.0",
		TLS,
		"https",
		edited(web(), { https: { sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" } }),
	),
	bad(
		"A Network Load Balancer that ends TLS under the policy of 2016",
		TLS,
		"in",
		nlb({ protocol: "TLS", port: 443, certificateArn: CERTIFICATE, sslPolicy: "ELBSecurityPolicy-2016-08" }),
	),
	bad(
		"HSTS for five minutes, left from the roll-out",
		HSTS,
		"https",
		edited(web(), { https: { routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=300" } }),
	),
	bad(
		"HSTS with its directives in quotes and commas",
		HSTS,
		"https",
		edited(web(), { https: { routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000, includeSubDomains" } }),
	),
	bad(
		"HSTS of one day at CloudFront",
		HSTS,
		"headers",
		edited(cdn(), { headers: { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 86400, override: true } } } }),
	),
	bad(
		"One path of the distribution allows HTTP",
		"cloudfront-viewer-https",
		"cdn",
		edited(cdn(), { cdn: { orderedCacheBehaviors: [behaviour("/static/*", "redirect-to-https"), behaviour("/oauth/*", "allow-all")] } }),
	),
	bad(
		"The default behaviour of the distribution allows HTTP",
		"cloudfront-viewer-https",
		"cdn",
		edited(cdn(), {
			cdn: {
				defaultCacheBehavior: {
					targetOriginId: "app",
					viewerProtocolPolicy: "allow-all",
					allowedMethods: ["GET", "HEAD"],
					cachedMethods: ["GET", "HEAD"],
				},
			},
		}),
	),
	bad(
		"The minimum of the distribution is the policy of 2016",
		"cloudfront-tls-version",
		"cdn",
		edited(cdn(), { cdn: certificate({ minimumProtocolVersion: "TLSv1_2016" }) }),
	),
	bad("The distribution has its own certificate and no minimum", "cloudfront-tls-version", "cdn", edited(cdn(), { cdn: certificate({}) })),
	bad("A regional API domain that accepts TLS 1.0", "api-domain-tls-version", "domain", [
		res("aws:apigateway/domainName:DomainName", "domain", {
			domainName: "scim.acme.example",
			regionalCertificateArn: CERTIFICATE,
			endpointConfiguration: { types: "REGIONAL" },
			securityPolicy: "TLS_1_0",
		}),
		res("aws:route53/record:Record", "scim", {
			zoneId: "Z0123456789ABC",
			name: "scim",
			type: "A",
			aliases: [{ name: "d-abc.execute-api.eu-west-1.amazonaws.com", zoneId: "ZLY8HYME6SFDD", evaluateTargetHealth: false }],
		}),
	]),
];
