import { type Example, ref, resource, twin, UNKNOWN } from "../../engine/example";
import { ClassicLoadBalancer, Listener, ListenerRule, LoadBalancer } from "../../facts/kinds";

const shop = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" };
const http = (...defaultActions: unknown[]) =>
	resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: "HTTP", port: 80, defaultActions });
const onHttp = (inputs: object) => resource(ListenerRule, "rule", { listenerArn: ref("http"), ...inputs });

export const examples: readonly Example[] = [
	{ title: "An HTTP listener that redirects to HTTPS", verdict: "pass", stack: [http(redirect), shop] },
	{
		title: "A temporary redirect to HTTPS",
		verdict: "pass",
		stack: [http({ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_302" } }), shop],
	},
	{ title: "An HTTP listener that forwards", verdict: "fail", property: "defaultActions[0].type", stack: [http(forward), shop] },
	{
		title: "The same listener under the older type token",
		verdict: "fail",
		property: "defaultActions[0].type",
		stack: [twin(http(forward), Listener), shop],
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
		stack: [http(redirect, forward), shop],
	},
	{
		title: "A listener rule that forwards although the default redirects",
		verdict: "fail",
		about: "rule",
		property: "actions[0].type",
		stack: [onHttp({ actions: [forward], conditions: [{ pathPattern: { values: ["/login"] } }] }), http(redirect), shop],
	},
	{
		title: "A listener rule that redirects",
		verdict: "pass",
		about: "rule",
		stack: [onHttp({ actions: [redirect] }), http(redirect), shop],
	},
	{
		title: "A listener rule that answers certificate challenges",
		verdict: "not-applicable",
		about: "rule",
		stack: [
			onHttp({ actions: [forward], conditions: [{ pathPattern: { values: ["/.well-known/acme-challenge/*"] } }] }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule that serves more than certificate challenges",
		verdict: "fail",
		about: "rule",
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
		about: "rule",
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
		about: "rule",
		stack: [
			resource(ListenerRule, "rule", { listenerArn: ref("https"), actions: [forward] }),
			resource(Listener, "https", { loadBalancerArn: ref("shop"), protocol: "HTTPS", port: 443, defaultActions: [forward] }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A listener rule on an internal load balancer beside a public one",
		verdict: "not-applicable",
		about: "rule",
		stack: [
			resource(ListenerRule, "rule", { listenerArn: ref("inside"), actions: [forward] }),
			resource(Listener, "inside", { loadBalancerArn: ref("backend"), protocol: "HTTP", port: 80, defaultActions: [forward] }),
			resource(LoadBalancer, "backend", { internal: true }),
			http(redirect),
			shop,
		],
	},
	{
		title: "A public load balancer that forwards over HTTP beside an internal one",
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
		verdict: "unknown",
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
		title: "A protocol not known before the update",
		verdict: "unknown",
		property: "protocol",
		stack: [resource(Listener, "http", { loadBalancerArn: ref("shop"), protocol: UNKNOWN, port: 80, defaultActions: [forward] }), shop],
	},
	{
		title: "Actions not known before the update",
		verdict: "unknown",
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
		title: "A classic load balancer that speaks HTTPS to clients and HTTP to instances",
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
];
