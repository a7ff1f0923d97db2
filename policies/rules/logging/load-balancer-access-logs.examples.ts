import { type Example, ref, resource, UNKNOWN, withLegacyToken } from "../../engine/example";
import { ClassicLoadBalancer, Listener, LoadBalancer, LogDelivery, LogDeliverySource } from "../../facts/resource-types";

const shop = (inputs: Record<string, unknown> = {}) => resource(LoadBalancer, "shop", { loadBalancerType: "application", ...inputs });
const network = (accessLogs?: unknown) =>
	resource(LoadBalancer, "edge", { loadBalancerType: "network", ...(accessLogs ? { accessLogs } : {}) });
const listener = (protocol: unknown) =>
	resource(Listener, "listener", { loadBalancerArn: ref("edge"), protocol, port: 443, defaultActions: [] });
const source = resource(LogDeliverySource, "source", { name: "edge-log", logType: "NLB_ACCESS_LOGS", resourceArn: ref("edge") });
const delivery = resource(LogDelivery, "delivery", {
	deliverySourceName: ref("source", "name"),
	deliveryDestinationArn: "arn:aws:logs:eu-west-1:123456789012:delivery-destination:logs",
});
const CLASSIC_LISTENERS = [{ lbPort: 443, lbProtocol: "HTTPS", instancePort: 80, instanceProtocol: "HTTP" }];
const classic = (accessLogs?: unknown) =>
	resource(ClassicLoadBalancer, "old", { listeners: CLASSIC_LISTENERS, ...(accessLogs ? { accessLogs } : {}) });

export const examples: readonly Example[] = [
	{
		title: "An access log in a bucket",
		verdict: "pass",
		stack: [shop({ accessLogs: { enabled: true, bucket: "shop-access-logs", prefix: "alb" } })],
	},
	{
		title: "The bucket is made in the same update",
		verdict: "pass",
		stack: [shop({ accessLogs: { enabled: true, bucket: UNKNOWN } })],
	},
	{ title: "No access log", verdict: "fail", property: "accessLogs", stack: [shop()] },
	{ title: "No access log, older module", verdict: "fail", property: "accessLogs", stack: [withLegacyToken(shop(), LoadBalancer)] },
	{
		title: "No type, which the provider takes for application",
		verdict: "fail",
		property: "accessLogs",
		stack: [resource(LoadBalancer, "shop", {})],
	},
	{
		title: "A bucket, but the log is switched off",
		verdict: "fail",
		property: "accessLogs.enabled",
		stack: [shop({ accessLogs: { enabled: false, bucket: "shop-access-logs" } })],
	},
	{
		title: "A bucket, but nothing switches the log on",
		verdict: "fail",
		property: "accessLogs.enabled",
		stack: [shop({ accessLogs: { bucket: "shop-access-logs" } })],
	},
	{ title: "An internal load balancer", verdict: "not-applicable", stack: [shop({ internal: true })] },
	{
		title: "A Gateway Load Balancer",
		verdict: "not-applicable",
		stack: [resource(LoadBalancer, "gateway", { loadBalancerType: "gateway" })],
	},
	{
		title: "A Network Load Balancer that passes TCP on",
		verdict: "not-applicable",
		stack: [network(), listener("TCP")],
	},
	{
		title: "A Network Load Balancer that ends TLS and writes no log",
		verdict: "fail",
		property: "accessLogs",
		stack: [network(), listener("TLS")],
	},
	{
		title: "A Network Load Balancer whose log CloudWatch delivers",
		verdict: "pass",
		stack: [network(), listener("TLS"), source, delivery],
	},
	{
		title: "A log delivery source that nothing here delivers",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [network(), listener("TLS"), source],
	},
	{
		title: "A Network Load Balancer whose listeners are in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [network()],
	},
	{
		title: "Whether it is internal is unknown until deployment",
		verdict: "undetermined",
		property: "internal",
		stack: [shop({ internal: UNKNOWN })],
	},
	{
		title: "A classic load balancer with an access log, on by default",
		verdict: "pass",
		stack: [classic({ bucket: "shop-access-logs", interval: 5 })],
	},
	{
		title: "A classic load balancer with its access log switched off",
		verdict: "fail",
		property: "accessLogs.enabled",
		stack: [classic({ bucket: "shop-access-logs", enabled: false })],
	},
	{ title: "A classic load balancer without an access log", verdict: "fail", property: "accessLogs", stack: [classic()] },
	{
		title: "Whether it is switched on is unknown until deployment",
		verdict: "undetermined",
		property: "accessLogs.enabled",
		stack: [shop({ accessLogs: { enabled: UNKNOWN, bucket: "shop-access-logs" } })],
	},
	{
		title: "The whole access log is unknown until deployment",
		verdict: "undetermined",
		property: "accessLogs",
		stack: [shop({ accessLogs: UNKNOWN })],
	},
	{
		title: "The type is unknown until deployment",
		verdict: "undetermined",
		property: "loadBalancerType",
		stack: [shop({ loadBalancerType: UNKNOWN })],
	},
	{
		title: "A Network Load Balancer with a listener whose protocol is unknown until deployment",
		verdict: "undetermined",
		property: "protocol",
		stack: [network(), listener(UNKNOWN)],
	},
	{
		title: "A Network Load Balancer whose only listener is TCP",
		verdict: "not-applicable",
		message: "log only TLS listeners",
		stack: [network(), listener("TCP")],
	},
	{
		title: "A source of another log than the access log",
		verdict: "fail",
		property: "accessLogs",
		subject: "edge",
		stack: [
			network(),
			listener("TLS"),
			resource(LogDeliverySource, "source", { name: "edge-log", logType: "NLB_CONNECTION_LOGS", resourceArn: ref("edge") }),
			delivery,
		],
	},
];
