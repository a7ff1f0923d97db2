import { type Example, ref, resource, UNKNOWN, withLegacyToken } from "../../engine/example";
import {
	ClassicLoadBalancer,
	Distribution,
	Listener,
	ListenerRule,
	LoadBalancer,
	TargetGroup,
	TargetGroupAttachment,
} from "../../facts/resource-types";

const shop = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" };
const http = (...defaultActions: unknown[]) =>
	resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: 80, defaultActions });
const https = (port: unknown = 443, inputs: object = {}) =>
	resource(Listener, "https", { loadBalancerArn: ref("shop"), protocol: "HTTPS", port, defaultActions: [forward], ...inputs });
const onHttp = (inputs: object) => resource(ListenerRule, "rule", { listenerArn: ref("http"), ...inputs });
const onPath = (pathPattern: object, ...others: unknown[]) => onHttp({ actions: [forward], conditions: [{ pathPattern }, ...others] });
const redirectTo = (to: object) => ({ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301", ...to } });
const onlyRead = <T extends object>(given: T, outputs: object) => ({ ...given, external: true, outputs: { ...outputs } });
const sharedLoadBalancer = (outputs: object) => onlyRead(resource(LoadBalancer, "shop", {}), outputs);
const sharedListener = (outputs: object) => onlyRead(resource(Listener, "http", {}), outputs);
const recorded = { forms: ["state", "old-state"] } as const;
const inside = resource(LoadBalancer, "inside", { internal: true });
const behind = (port: unknown, front: object = {}) => [
	resource(Listener, "plain", { loadBalancerArn: ref("inside"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
	inside,
	resource(TargetGroupAttachment, "handOn", { targetGroupArn: ref("group"), targetId: ref("inside") }),
	resource(TargetGroup, "group", { targetType: "alb", protocol: "TCP", port, vpcId: "vpc-0a1b2c3d" }),
	resource(Listener, "tcp", {
		loadBalancerArn: ref("network"),
		protocol: "TCP",
		port: 80,
		defaultActions: [{ type: "forward", targetGroupArn: ref("group") }],
	}),
	resource(LoadBalancer, "network", { loadBalancerType: "network", ...front }),
];
const page = (messageBody: unknown, contentType: unknown = "text/html") => ({
	type: "fixed-response",
	fixedResponse: { contentType, messageBody, statusCode: "200" },
});
const network = (inputs: object = {}) => resource(LoadBalancer, "network", { loadBalancerType: "network", ...inputs });
const machines = (inputs: object = {}, name = "machines") =>
	resource(TargetGroup, name, { targetType: "instance", protocol: "TCP", port: 8080, vpcId: "vpc-0a1b2c3d", ...inputs });
const tcp = (port: unknown = 80, inputs: object = {}) =>
	resource(Listener, "tcp", {
		loadBalancerArn: ref("network"),
		protocol: "TCP",
		port,
		defaultActions: [{ type: "forward", targetGroupArn: ref("machines") }],
		...inputs,
	});
const tls = (group = "machines") =>
	resource(Listener, "tls", {
		loadBalancerArn: ref("network"),
		protocol: "TLS",
		port: 443,
		certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/8f4f1c7e",
		defaultActions: [{ type: "forward", targetGroupArn: ref(group) }],
	});

export const examples: readonly Example[] = [
	{ title: "An HTTP listener that redirects to HTTPS", verdict: "pass", stack: [http(redirect), https(), shop] },
	{
		title: "A temporary redirect to HTTPS",
		verdict: "pass",
		stack: [http({ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_302" } }), https(), shop],
	},
	{ title: "An HTTP listener that forwards", verdict: "fail", property: "defaultActions[0].type", stack: [http(forward), shop] },
	{
		title: "A listener with a certificate and without protocol",
		verdict: "not-applicable",
		stack: [
			resource(Listener, "https", {
				loadBalancerArn: ref("shop"),
				port: 443,
				certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/8f4f1c7e",
				defaultActions: [forward],
			}),
			shop,
		],
	},
	{
		title: "The same listener under the older type token",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [withLegacyToken(http(forward), Listener), shop],
	},
	{
		title: "A redirect that keeps the protocol",
		verdict: "fail",
		property: "defaultActions[0].redirect.protocol",
		stack: [http({ type: "redirect", redirect: { statusCode: "HTTP_301" } }), shop],
	},
	{
		title: "A redirect to HTTP",
		verdict: "fail",
		property: "defaultActions[0].redirect.protocol",
		stack: [http({ type: "redirect", redirect: { protocol: "HTTP", statusCode: "HTTP_301" } }), shop],
	},
	{
		title: "Mixed actions, one of which forwards",
		verdict: "fail",
		property: "defaultActions[1].type",
		stack: [http(redirect, forward), https(), shop],
	},
	{
		title: "A listener rule that forwards although the default redirects",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].type",
		stack: [onHttp({ actions: [forward], conditions: [{ pathPattern: { values: ["/login"] } }] }), http(redirect), shop],
	},
	{
		title: "A listener rule that redirects",
		verdict: "pass",
		subject: "rule",
		stack: [onHttp({ actions: [redirect] }), http(redirect), https(), shop],
	},
	{
		title: "A listener rule that answers certificate challenges",
		verdict: "not-applicable",
		subject: "rule",
		stack: [
			onHttp({ actions: [forward], conditions: [{ pathPattern: { values: ["/.well-known/acme-challenge/*"] } }] }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule that serves more than certificate challenges",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].type",
		stack: [
			onHttp({ actions: [forward], conditions: [{ pathPattern: { values: ["/.well-known/acme-challenge/*", "/login"] } }] }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule that answers a health check with a fixed response",
		verdict: "not-applicable",
		subject: "rule",
		stack: [
			onHttp({
				actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200", messageBody: "ok" } }],
				conditions: [{ pathPattern: { values: ["/healthz"] } }],
			}),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule on the HTTPS listener of the same load balancer",
		verdict: "not-applicable",
		subject: "rule",
		stack: [
			resource(ListenerRule, "rule", { listenerArn: ref("https"), actions: [forward] }),
			resource(Listener, "https", { loadBalancerArn: ref("shop"), protocol: "HTTPS", port: 443, defaultActions: [forward] }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule on an internal load balancer, with a public one in the stack",
		verdict: "not-applicable",
		subject: "rule",
		stack: [
			resource(ListenerRule, "rule", { listenerArn: ref("inside"), actions: [forward] }),
			resource(Listener, "inside", { loadBalancerArn: ref("backend"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
			resource(LoadBalancer, "backend", { internal: true }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A public load balancer that forwards over HTTP, with an internal one in the stack",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [http(forward), shop, resource(LoadBalancer, "backend", { internal: true })],
	},
	{
		title: "A weighted forward over HTTP to two target groups",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [
			http({
				type: "forward",
				forward: {
					targetGroups: [
						{ arn: forward.targetGroupArn, weight: 90 },
						{ arn: `${forward.targetGroupArn}2`, weight: 10 },
					],
				},
			}),
			shop,
		],
	},
	{
		title: "A listener rule of a listener in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			resource(ListenerRule, "rule", {
				listenerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/other/1/2",
				actions: [forward],
			}),
		],
	},
	{
		title: "A fixed response over HTTP",
		verdict: "not-applicable",
		stack: [http({ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }), shop],
	},
	{
		title: "An HTTPS listener",
		verdict: "not-applicable",
		stack: [resource(Listener, "https", { loadBalancerArn: ref("shop"), protocol: "HTTPS", port: 443, defaultActions: [forward] }), shop],
	},
	{
		title: "A TCP listener of a Network Load Balancer",
		verdict: "not-applicable",
		stack: [resource(Listener, "tcp", { loadBalancerArn: ref("shop"), protocol: "TCP", port: 80, defaultActions: [forward] }), shop],
	},
	{
		title: "A Gateway Load Balancer's listener",
		verdict: "not-applicable",
		stack: [resource(Listener, "gateway", { loadBalancerArn: ref("shop"), defaultActions: [forward] }), shop],
	},
	{
		title: "No protocol, which the provider takes for HTTP",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [resource(Listener, "plain", { loadBalancerArn: ref("shop"), port: 80, defaultActions: [forward] }), shop],
	},
	{
		title: "A protocol in small letters, which the provider takes",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "http", port: 80, defaultActions: [forward] }), shop],
	},
	{
		title: "An internal load balancer",
		verdict: "not-applicable",
		stack: [http(forward), resource(LoadBalancer, "shop", { internal: true })],
	},
	{
		title: "A protocol unknown until deployment",
		verdict: "undetermined",
		property: "protocol",
		stack: [resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: UNKNOWN, port: 80, defaultActions: [forward] }), shop],
	},
	{
		title: "Actions unknown until deployment",
		verdict: "undetermined",
		property: "defaultActions",
		stack: [resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: 80, defaultActions: UNKNOWN }), shop],
	},
	{
		title: "A classic load balancer with an HTTP listener",
		verdict: "fail",
		property: "listeners[0].lbProtocol",
		stack: [
			resource(ClassicLoadBalancer, "old", { listeners: [{ lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" }] }),
		],
	},
	{
		title: "A classic load balancer that uses HTTPS to clients and HTTP to instances",
		verdict: "not-applicable",
		stack: [
			resource(ClassicLoadBalancer, "old", {
				listeners: [
					{
						lbPort: 443,
						lbProtocol: "HTTPS",
						instancePort: 80,
						instanceProtocol: "HTTP",
						sslCertificateId: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
					},
				],
			}),
		],
	},
	...[
		["A redirect to HTTPS on port 80", { port: "80" }],
		["A redirect to HTTPS that keeps port 80", {}],
		["A redirect to HTTPS that keeps port 80, with the provider's defaults written out", { port: "#{port}", host: "#{host}" }],
		["A redirect to HTTPS on port 80 of another host", { port: 80, host: "login.example.com" }],
	].map(
		([title, to]): Example => ({
			title: title as string,
			verdict: "fail",
			property: "defaultActions[0].redirect.port",
			stack: [http(redirectTo(to as object)), shop],
		}),
	),
	{
		title: "A listener rule whose redirect keeps its listener's port",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].redirect.port",
		stack: [onHttp({ actions: [redirectTo({})] }), http(redirect), shop],
	},
	{
		title: "A redirect to another port that serves plain HTTP",
		verdict: "fail",
		property: "defaultActions[0].redirect.port",
		stack: [
			resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: 8080, defaultActions: [redirectTo({})] }),
			shop,
		],
	},
	{ title: "A redirect to HTTPS on another port", verdict: "pass", stack: [http(redirectTo({ port: "8443" })), https(8443), shop] },
	{
		title: "A redirect's port unknown until deployment",
		verdict: "undetermined",
		property: "defaultActions[0].redirect.port",
		stack: [http(redirectTo({ port: UNKNOWN })), shop],
	},
	{
		title: "A redirect that keeps a port unknown until deployment",
		verdict: "undetermined",
		property: "port",
		stack: [
			resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: UNKNOWN, defaultActions: [redirectTo({})] }),
			shop,
		],
	},
	{
		title: "A redirect to port 443 of a listener whose port is unknown until deployment",
		verdict: "pass",
		stack: [
			resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: UNKNOWN, defaultActions: [redirect] }),
			https(),
			shop,
		],
	},
	...[
		["Certificate challenges by a regular expression", { regexValues: ["^/.well-known/acme-challenge/.*$"] }],
		[
			"Certificate challenges by an escaped regular expression",
			{ regexValues: ["^/\\.well-known\\/(acme-challenge|pki-validation)\\/.+$"] },
		],
		["Validation of a certificate by a file", { values: ["/.well-known/pki-validation/*"] }],
		["Health checks by their known paths", { values: ["/health", "/healthz", "/ping", "/status*", "/health/*"] }],
		["Health checks by a regular expression", { regexValues: ["^/(health|healthz)$"] }],
	].map(
		([title, pathPattern]): Example => ({
			title: title as string,
			verdict: "not-applicable",
			subject: "rule",
			stack: [onPath(pathPattern as object), http(redirect), shop],
		}),
	),
	...[
		["All well-known paths, which hold more than challenges", { values: ["/.well-known/*"] }],
		["A path that only starts like a health check", { values: ["/healthcare/login"] }],
		["A regular expression that holds more than challenges", { regexValues: ["^/.well-known/acme-challenge/.*|^/login"] }],
		["A regular expression that holds a health check somewhere in the path", { regexValues: ["/health"] }],
	].map(
		([title, pathPattern]): Example => ({
			title: title as string,
			verdict: "fail",
			subject: "rule",
			property: "actions[0].type",
			stack: [onPath(pathPattern as object), http(redirect), shop],
		}),
	),
	{
		title: "Certificate challenges of a host that is unknown until deployment",
		verdict: "not-applicable",
		subject: "rule",
		stack: [onPath({ values: ["/.well-known/acme-challenge/*"] }, { hostHeader: { values: [UNKNOWN] } }), http(redirect), shop],
	},
	{
		title: "A host unknown until deployment, which makes no rule a challenge",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].type",
		stack: [onHttp({ actions: [forward], conditions: [{ hostHeader: { values: [UNKNOWN] } }] }), http(redirect), shop],
	},
	{
		title: "A path unknown until deployment",
		verdict: "undetermined",
		subject: "rule",
		property: "conditions[0].pathPattern.values[0]",
		stack: [onPath({ values: [UNKNOWN] }), http(redirect), shop],
	},
	{
		title: "An internal load balancer that another stack made and this one reads",
		verdict: "not-applicable",
		...recorded,
		stack: [http(forward), sharedLoadBalancer({ internal: true })],
	},
	{
		title: "A public load balancer that another stack made and this one reads",
		verdict: "fail",
		property: "defaultActions[0].type",
		...recorded,
		stack: [http(forward), sharedLoadBalancer({ internal: false })],
	},
	{
		title: "A load balancer that this stack reads, before it is known whether it is internal",
		verdict: "undetermined",
		property: "internal",
		...recorded,
		stack: [http(forward), sharedLoadBalancer({ internal: UNKNOWN })],
	},
	{
		title: "A load balancer of which nothing is read",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [http(forward), sharedLoadBalancer({})],
	},
	{
		title: "A load balancer that is known only by its ARN, and may be internal",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			resource(Listener, "http", {
				loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188",
				protocol: "HTTP",
				port: 80,
				defaultActions: [forward],
			}),
		],
	},
	{
		title: "A listener rule of an HTTPS listener that this stack reads",
		verdict: "not-applicable",
		subject: "rule",
		...recorded,
		stack: [onHttp({ actions: [forward] }), sharedListener({ protocol: "HTTPS", port: 443 })],
	},
	{
		title: "A listener rule of an HTTP listener that this stack reads",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].type",
		...recorded,
		stack: [onHttp({ actions: [forward] }), sharedListener({ protocol: "HTTP", port: 80 })],
	},
	{
		title: "A listener rule of a listener of which nothing is read",
		verdict: "undetermined",
		reason: "other-stack",
		subject: "rule",
		stack: [onHttp({ actions: [forward] }), sharedListener({})],
	},
	{
		title: "An internal load balancer that a public Network Load Balancer hands requests on to",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: behind(80),
	},
	{
		title: "A Network Load Balancer that forwards to another port of an internal load balancer",
		verdict: "not-applicable",
		stack: behind(443),
	},
	{
		title: "An internal load balancer behind an internal Network Load Balancer",
		verdict: "not-applicable",
		stack: behind(80, { internal: true }),
	},
	{
		title: "A forwarded port that is unknown until deployment",
		verdict: "undetermined",
		property: "port",
		stack: behind(UNKNOWN),
	},
	{
		title: "A target group of another stack in front of an internal load balancer",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			resource(Listener, "plain", { loadBalancerArn: ref("inside"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
			inside,
			resource(TargetGroupAttachment, "handOn", { targetGroupArn: forward.targetGroupArn, targetId: ref("inside"), port: 80 }),
		],
	},
	{
		title: "Instances behind an internal load balancer",
		verdict: "not-applicable",
		stack: [
			resource(Listener, "plain", { loadBalancerArn: ref("inside"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
			inside,
			resource(TargetGroup, "group", { targetType: "instance", protocol: "HTTP", port: 80 }),
			resource(TargetGroupAttachment, "machine", { targetGroupArn: ref("group"), targetId: UNKNOWN }),
		],
	},
	{
		title: "An attachment that may be of an internal load balancer, to a group of load balancers",
		verdict: "undetermined",
		property: "targetId",
		stack: [
			resource(Listener, "plain", { loadBalancerArn: ref("inside"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
			inside,
			resource(TargetGroup, "group", { targetType: "alb", protocol: "TCP", port: 80 }),
			resource(TargetGroupAttachment, "handOn", { targetGroupArn: ref("group"), targetId: UNKNOWN }),
		],
	},
	{
		title: "A redirect of a load balancer that may be internal, right in either case",
		verdict: "pass",
		stack: [http(redirect), https(), resource(LoadBalancer, "shop", { internal: UNKNOWN })],
	},
	{
		title: "A health check or another path, in one regular expression",
		verdict: "fail",
		property: "actions[0].type",
		stack: [onPath({ regexValues: ["^/(healthz|admin)$"] }), http(redirect), shop],
	},
	{
		title: "A redirect whose protocol is unknown until deployment",
		verdict: "undetermined",
		property: "defaultActions[0].redirect.protocol",
		stack: [http(redirectTo({ protocol: UNKNOWN })), shop],
	},
	{
		title: "A redirect to another host, on the listener's own port",
		verdict: "pass",
		stack: [
			resource(Listener, "http", {
				loadBalancerArn: ref("shop"),
				protocol: "HTTP",
				port: 8080,
				defaultActions: [redirectTo({ host: "login.shop.example", port: "8080" })],
			}),
			shop,
		],
	},
	{
		title: "A redirect to a host that is unknown until deployment, on the listener's own port",
		verdict: "undetermined",
		property: "defaultActions[0].redirect.host",
		stack: [
			resource(Listener, "http", {
				loadBalancerArn: ref("shop"),
				protocol: "HTTP",
				port: 8080,
				defaultActions: [redirectTo({ host: UNKNOWN, port: "8080" })],
			}),
			shop,
		],
	},
	{
		title: "An action whose type is unknown until deployment",
		verdict: "undetermined",
		property: "defaultActions[0].type",
		stack: [http({ ...forward, type: UNKNOWN }), shop],
	},
	{
		title: "A listener rule whose listener is unknown until deployment",
		verdict: "undetermined",
		property: "listenerArn",
		stack: [onHttp({ listenerArn: UNKNOWN, actions: [forward] })],
	},
	{
		title: "An internal classic load balancer",
		verdict: "not-applicable",
		message: "it is internal",
		stack: [resource(ClassicLoadBalancer, "old", { internal: true, listeners: [{ lbProtocol: "http", lbPort: 80 }] })],
	},
	{
		title: "A classic load balancer that may be internal",
		verdict: "undetermined",
		property: "internal",
		stack: [resource(ClassicLoadBalancer, "old", { internal: UNKNOWN, listeners: [{ lbProtocol: "http", lbPort: 80 }] })],
	},
	{
		title: "A classic load balancer whose listeners are unknown until deployment",
		verdict: "undetermined",
		property: "listeners",
		stack: [resource(ClassicLoadBalancer, "old", { listeners: UNKNOWN })],
	},
	{
		title: "A classic load balancer with a listener whose protocol is unknown until deployment",
		verdict: "undetermined",
		property: "listeners[0].lbProtocol",
		stack: [resource(ClassicLoadBalancer, "old", { listeners: [{ lbProtocol: UNKNOWN, lbPort: 80 }] })],
	},
	...(
		[
			["A redirect to a port on which nothing listens", [http(redirectTo({ port: "8443" })), https(), shop]],
			["A redirect to port 443 of a load balancer that serves HTTPS on another port", [http(redirect), https(8443), shop]],
			["A redirect to HTTPS of a load balancer without an HTTPS listener", [http(redirect), shop]],
			["A redirect to a port that serves plain HTTP under another number", [http(redirect), https(443, { protocol: "HTTP" }), shop]],
			[
				"A redirect to the HTTPS port of another load balancer",
				[http(redirect), https(443, { loadBalancerArn: ref("other") }), shop, resource(LoadBalancer, "other", {})],
			],
		] as const
	).map(
		([title, stack]): Example => ({
			title,
			verdict: "fail",
			property: "defaultActions[0].redirect.port",
			message: "redirects to HTTPS on a port on which no listener of its load balancer serves HTTPS",
			stack,
		}),
	),
	{
		title: "A listener rule that redirects to a port on which nothing listens",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].redirect.port",
		stack: [onHttp({ actions: [redirectTo({ port: "8443" })] }), http(redirect), https(), shop],
	},
	{
		title: "An HTTPS listener without protocol, which its certificate shows",
		verdict: "pass",
		stack: [
			http(redirect),
			https(443, { protocol: undefined, certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/8f4f1c7e" }),
			shop,
		],
	},
	...(
		[
			["An HTTPS listener whose port is", https(UNKNOWN), 'port of load balancer listener "https"'],
			["A listener on the target port whose protocol is", https(443, { protocol: UNKNOWN }), 'protocol of load balancer listener "https"'],
			[
				"An HTTPS listener whose load balancer is",
				https(443, { loadBalancerArn: UNKNOWN }),
				'loadBalancerArn of load balancer listener "https"',
			],
		] as const
	).map(
		([situation, listener, message]): Example => ({
			title: `${situation} unknown until deployment`,
			verdict: "undetermined",
			message: `${message} is not known until deployment`,
			stack: [http(redirect), listener, shop],
		}),
	),
	{
		title: "A redirect to a host that is unknown until deployment, on a port that is served elsewhere",
		verdict: "undetermined",
		property: "defaultActions[0].redirect.host",
		stack: [http(redirectTo({ port: "8443", host: UNKNOWN })), https(), shop],
	},
	{
		title: "A redirect to a port of another host",
		verdict: "pass",
		stack: [http(redirectTo({ port: "443", host: "login.shop.example" })), shop],
	},
	{
		title: "A redirect of a listener whose load balancer is unknown until deployment",
		verdict: "undetermined",
		property: "loadBalancerArn",
		stack: [resource(Listener, "http", { loadBalancerArn: UNKNOWN, protocol: "HTTP", port: 80, defaultActions: [redirect] })],
	},
	{
		title: "A redirect on a load balancer that another stack made, whose other listeners are there",
		verdict: "pass",
		...recorded,
		stack: [http(redirect), sharedLoadBalancer({ internal: false })],
	},
	{
		title: "A redirect behind a Network Load Balancer, which may serve HTTPS itself",
		verdict: "pass",
		stack: [
			http(redirect),
			shop,
			resource(TargetGroupAttachment, "handOn", { targetGroupArn: ref("group"), targetId: ref("shop") }),
			resource(TargetGroup, "group", { targetType: "alb", protocol: "TCP", port: 80, vpcId: "vpc-0a1b2c3d" }),
		],
	},
	{
		title: "A redirect behind CloudFront, which serves HTTPS",
		verdict: "pass",
		stack: [
			http(redirect),
			shop,
			resource(Distribution, "cdn", { enabled: true, origins: [{ domainName: ref("shop", "name"), originId: "shop" }] }),
		],
	},
	{
		title: "A redirect behind a Global Accelerator, which may serve another port",
		verdict: "pass",
		stack: [http(redirect), shop, { type: "aws:globalaccelerator/endpointGroup:EndpointGroup", name: "accelerated", inputs: {} }],
	},
	{
		title: "A login form as a fixed response over HTTP",
		verdict: "fail",
		property: "defaultActions[0].fixedResponse.messageBody",
		stack: [http(page('<form action="/login"><input name="user"><input type="password"></form>')), shop],
	},
	{
		title: "A form as a fixed response in a listener rule",
		verdict: "fail",
		subject: "rule",
		property: "actions[0].fixedResponse.messageBody",
		stack: [
			onHttp({ actions: [page("<FORM method=post>Sign in <INPUT name=mail></FORM>", "text/html; charset=utf-8")] }),
			http(redirect),
			https(),
			shop,
		],
	},
	...(
		[
			["A page without a form", page("<h1>Log in at <a href='https://shop.example'>the shop</a></h1>")],
			["A form without credentials", page('<form action="https://search.example"><input name="q"></form>')],
			["A form that browsers do not show", page('<form><input type="password"></form>', "text/plain")],
			["A page without a body", { type: "fixed-response", fixedResponse: { contentType: "text/html", statusCode: "404" } }],
			["A page without a form, of an unknown content type", page("not found", UNKNOWN)],
		] as const
	).map(([title, action]): Example => ({ title: `${title} as a fixed response`, verdict: "not-applicable", stack: [http(action), shop] })),
	...(
		[
			["A page that is", page(UNKNOWN), "defaultActions[0].fixedResponse.messageBody"],
			["A form whose content type is", page("<form>password</form>", UNKNOWN), "defaultActions[0].fixedResponse.contentType"],
			["A fixed response that is", { type: "fixed-response", fixedResponse: UNKNOWN }, "defaultActions[0].fixedResponse"],
		] as const
	).map(
		([situation, action, property]): Example => ({
			title: `${situation} unknown until deployment`,
			verdict: "undetermined",
			property,
			stack: [http(action), shop],
		}),
	),
	{
		title: "A Network Load Balancer that passes plain HTTP to instances, and has no other listener",
		verdict: "fail",
		property: "protocol",
		message: "passes plain HTTP to its targets, and its load balancer has no listener for HTTPS",
		stack: [tcp(), network(), machines()],
	},
	{
		title: "TCP and UDP on port 80, and no other listener",
		verdict: "fail",
		property: "protocol",
		stack: [tcp(80, { protocol: "TCP_UDP" }), network(), machines()],
	},
	{
		title: "A Network Load Balancer that passes plain HTTP to the targets of its TLS listener",
		verdict: "fail",
		property: "protocol",
		message: 'passes plain HTTP to target group "machines", which also receives the decrypted requests of a TLS listener',
		stack: [tcp(), tls(), network(), machines()],
	},
	...(
		[
			["Targets that see with proxy protocol which port clients use", [tcp(), tls(), network(), machines({ proxyProtocolV2: true })]],
			["Targets that only receive the requests on port 80", [tcp(), tls("others"), network(), machines(), machines({}, "others")]],
			["Targets that terminate TLS themselves", [tcp(), { ...tcp(443), name: "passthrough" }, network(), machines()]],
		] as const
	).map(
		([title, stack]): Example => ({
			title,
			verdict: "undetermined",
			reason: "not-decidable",
			property: "protocol",
			stack,
		}),
	),
	...(
		[
			["A TCP listener on another port", [tcp(5432), network(), machines()]],
			["A TCP listener of an internal Network Load Balancer", [tcp(), network({ internal: true }), machines()]],
			["A Network Load Balancer that forwards to an Application Load Balancer", [tcp(), network(), machines({ targetType: "alb" })]],
		] as const
	).map(([title, stack]): Example => ({ title, verdict: "not-applicable", stack })),
	{
		title: "A TCP listener with a target group of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [tcp(80, { defaultActions: [forward] }), network()],
	},
	{
		title: "A TCP listener on a Network Load Balancer of another stack",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			tcp(80, { loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/shared/50dc6c495c0c9188" }),
			machines(),
		],
	},
	...(
		[
			["port", [tcp(UNKNOWN), network(), machines()], "port"],
			["target group", [tcp(80, { defaultActions: UNKNOWN }), network(), machines()], "defaultActions"],
		] as const
	).map(
		([value, stack, property]): Example => ({
			title: `A TCP listener whose ${value} is unknown until deployment`,
			verdict: "undetermined",
			property,
			stack,
		}),
	),
	{
		title: "A TCP listener whose targets are of a type unknown until deployment",
		verdict: "undetermined",
		message: 'targetType of target group "machines" is not known until deployment',
		stack: [tcp(), network(), machines({ targetType: UNKNOWN })],
	},
];
