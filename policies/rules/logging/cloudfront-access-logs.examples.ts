import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { Distribution, LogDelivery, LogDeliverySource } from "../../facts/kinds";

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
const edge = { holds: ["edge"] };

export const examples: readonly Example[] = [
	{
		title: "A log in a bucket",
		verdict: "pass",
		stack: [site({ loggingConfig: { bucket: "shop-logs.s3.amazonaws.com", prefix: "site/" } })],
	},
	{
		title: "A log that CloudWatch delivers, with no loggingConfig",
		verdict: "pass",
		surroundings: edge,
		stack: [site(), source, delivery],
	},
	{
		title: "A real-time log",
		verdict: "pass",
		surroundings: edge,
		stack: [
			site({
				defaultCacheBehavior: { ...behavior, realtimeLogConfigArn: "arn:aws:cloudfront::123456789012:realtime-log-config/site" },
			}),
		],
	},
	{
		title: "No log of either kind in the stack that holds the edge",
		verdict: "fail",
		property: "loggingConfig",
		surroundings: edge,
		stack: [site()],
	},
	{
		title: "A log of another distribution",
		verdict: "fail",
		property: "loggingConfig",
		surroundings: edge,
		about: "api",
		stack: [site(), resource(Distribution, "api", { enabled: true, defaultCacheBehavior: behavior }), source, delivery],
	},
	{
		title: "Cookies are said to be logged, but no bucket is named",
		verdict: "fail",
		property: "loggingConfig",
		surroundings: edge,
		stack: [site({ loggingConfig: { includeCookies: true } })],
	},
	{
		title: "No log in this stack, and CloudWatch may deliver it from another",
		verdict: "unknown",
		because: "elsewhere",
		stack: [site()],
	},
	{
		title: "A distribution that is switched off",
		verdict: "not-applicable",
		surroundings: edge,
		stack: [resource(Distribution, "site", { enabled: false, defaultCacheBehavior: behavior })],
	},
	{
		title: "Logging not known before the update",
		verdict: "unknown",
		property: "loggingConfig",
		surroundings: edge,
		stack: [site({ loggingConfig: UNKNOWN })],
	},
	{
		title: "Whose log CloudWatch delivers is not known before the update",
		verdict: "unknown",
		property: "resourceArn",
		surroundings: edge,
		stack: [site(), resource(LogDeliverySource, "source", { name: "site", logType: "ACCESS_LOGS", resourceArn: UNKNOWN }), delivery],
	},
	{
		title: "Whether it is switched on is not known before the update",
		verdict: "unknown",
		property: "enabled",
		surroundings: edge,
		stack: [site({ enabled: UNKNOWN })],
	},
	{
		title: "Cache behaviors not known before the update, which may have a real-time log",
		verdict: "unknown",
		property: "orderedCacheBehaviors",
		surroundings: edge,
		stack: [site({ orderedCacheBehaviors: UNKNOWN })],
	},
];
