import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { Distribution, LogDelivery, LogDeliverySource } from "../../facts/resource-types";

const behavior = { targetOriginId: "shop", viewerProtocolPolicy: "redirect-to-https" };
const site = (inputs: Record<string, unknown> = {}) =>
	resource(Distribution, "site", { enabled: true, defaultCacheBehavior: behavior, ...inputs });
const source = resource(LogDeliverySource, "source", {
	name: "site",
	logType: "ACCESS_LOGS",
	resourceArn: ref("site"),
	region: "us-east-1",
});
const delivery = resource(LogDelivery, "delivery", {
	deliverySourceName: ref("source", "name"),
	deliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:site",
	region: "us-east-1",
});
const edge = { components: ["edge"] };

export const examples: readonly Example[] = [
	{
		title: "A log in a bucket",
		verdict: "pass",
		stack: [site({ loggingConfig: { bucket: "shop-logs.s3.amazonaws.com", prefix: "site/" } })],
	},
	{
		title: "A log that CloudWatch delivers, with no loggingConfig",
		verdict: "pass",
		project: edge,
		stack: [site(), source, delivery],
	},
	{
		title: "A real-time log",
		verdict: "pass",
		project: edge,
		stack: [
			site({
				defaultCacheBehavior: { ...behavior, realtimeLogConfigArn: "arn:aws:cloudfront::123456789012:realtime-log-config/site" },
			}),
		],
	},
	{
		title: "No log in a stack that is declared to contain the edge",
		verdict: "fail",
		property: "loggingConfig",
		project: edge,
		stack: [site()],
	},
	{
		title: "A log of another distribution",
		verdict: "fail",
		property: "loggingConfig",
		project: edge,
		subject: "api",
		stack: [site(), resource(Distribution, "api", { enabled: true, defaultCacheBehavior: behavior }), source, delivery],
	},
	{
		title: "Cookies are logged, but no bucket is set",
		verdict: "fail",
		property: "loggingConfig",
		project: edge,
		stack: [site({ loggingConfig: { includeCookies: true } })],
	},
	{
		title: "No log in this stack, and CloudWatch may deliver it from another",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [site()],
	},
	{
		title: "A distribution that is switched off",
		verdict: "not-applicable",
		project: edge,
		stack: [resource(Distribution, "site", { enabled: false, defaultCacheBehavior: behavior })],
	},
	{
		title: "Logging unknown until deployment",
		verdict: "undetermined",
		property: "loggingConfig",
		project: edge,
		stack: [site({ loggingConfig: UNKNOWN })],
	},
	{
		title: "Whose log CloudWatch delivers is unknown until deployment",
		verdict: "undetermined",
		property: "resourceArn",
		project: edge,
		stack: [site(), resource(LogDeliverySource, "source", { name: "site", logType: "ACCESS_LOGS", resourceArn: UNKNOWN }), delivery],
	},
	{
		title: "Whether it is switched on is unknown until deployment",
		verdict: "undetermined",
		property: "enabled",
		project: edge,
		stack: [site({ enabled: UNKNOWN })],
	},
	{
		title: "Cache behaviors unknown until deployment, which may have a real-time log",
		verdict: "undetermined",
		property: "orderedCacheBehaviors",
		project: edge,
		stack: [site({ orderedCacheBehaviors: UNKNOWN })],
	},
	{
		title: "A cache behavior for a path, unknown until deployment, and none for all other paths",
		verdict: "undetermined",
		property: "orderedCacheBehaviors[0].realtimeLogConfigArn",
		stack: [site({ defaultCacheBehavior: undefined, orderedCacheBehaviors: [UNKNOWN] })],
	},
];
