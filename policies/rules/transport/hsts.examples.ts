import { type Example, ref, resource, UNKNOWN, withLegacyToken } from "../../engine/example";
import { Listener, LoadBalancer, ResponseHeadersPolicy } from "../../facts/resource-types";

const shop = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const HEADER = "routingHttpResponseStrictTransportSecurityHeaderValue";
const listener = (header: unknown, inputs: object = {}) =>
	resource(Listener, "https", {
		loadBalancerArn: ref("shop"),
		protocol: "HTTPS",
		port: 443,
		sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
		defaultActions: [{ type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" }],
		...(header === undefined ? {} : { [HEADER]: header }),
		...inputs,
	});
const MAX_AGE = "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec";
const headers = (strictTransportSecurity: unknown) =>
	resource(ResponseHeadersPolicy, "headers", { name: "site", securityHeadersConfig: { strictTransportSecurity } });

export const examples: readonly Example[] = [
	{ title: "A year on a load balancer, without preload", verdict: "pass", stack: [listener("max-age=31536000"), shop] },
	{
		title: "Two years with every directive",
		verdict: "pass",
		stack: [listener("max-age=63072000; includeSubDomains; preload"), shop],
	},
	{
		title: "Another spelling that RFC 6797 allows",
		verdict: "pass",
		stack: [listener('includesubdomains;Max-Age = "31536000";; x-later="a;b" ;'), shop],
	},
	{ title: "Five minutes", verdict: "fail", property: HEADER, stack: [listener("max-age=300; includeSubDomains"), shop] },
	{
		title: "Five minutes under the older type token",
		verdict: "fail",
		property: HEADER,
		stack: [withLegacyToken(listener("max-age=300"), Listener), shop],
	},
	{ title: "A max-age of zero switches it off", verdict: "fail", property: HEADER, stack: [listener("max-age=0"), shop] },
	{
		title: "Commas in place of semicolons",
		verdict: "fail",
		property: HEADER,
		stack: [listener("max-age=31536000, includeSubDomains"), shop],
	},
	{ title: "No max-age", verdict: "fail", property: HEADER, stack: [listener("includeSubDomains; preload"), shop] },
	{
		title: "The header's name inside its value",
		verdict: "fail",
		property: HEADER,
		stack: [listener("Strict-Transport-Security: max-age=31536000"), shop],
	},
	{ title: "Two max-ages", verdict: "fail", property: HEADER, stack: [listener("max-age=31536000; max-age=63072000"), shop] },
	{ title: "A max-age with a unit", verdict: "fail", property: HEADER, stack: [listener("max-age=365d"), shop] },
	{
		title: "Half a year where the option asks for no more",
		verdict: "pass",
		options: { minimumMaxAgeSeconds: 15768000 },
		stack: [listener("max-age=15768000"), shop],
	},
	{
		title: "The load balancer leaves it to the application",
		verdict: "undetermined",
		reason: "not-decidable",
		property: HEADER,
		stack: [listener(undefined), shop],
	},
	{ title: "A header unknown until deployment", verdict: "undetermined", property: HEADER, stack: [listener(UNKNOWN), shop] },
	{
		title: "A protocol unknown until deployment",
		verdict: "undetermined",
		property: "protocol",
		stack: [listener("max-age=300", { protocol: UNKNOWN }), shop],
	},
	{
		title: "An HTTP listener, where browsers do not heed it",
		verdict: "not-applicable",
		stack: [listener("max-age=300", { protocol: "HTTP", port: 80 }), shop],
	},
	{
		title: "A Network Load Balancer sends no headers",
		verdict: "not-applicable",
		stack: [listener(undefined, { protocol: "TLS" }), shop],
	},
	{
		title: "A year in a response headers policy",
		verdict: "pass",
		stack: [headers({ accessControlMaxAgeSec: 31536000, override: true })],
	},
	{
		title: "A year that the origin may replace by its own header, as in AWS's managed policy",
		verdict: "pass",
		stack: [headers({ accessControlMaxAgeSec: "31536000", override: false })],
	},
	{
		title: "A day in a response headers policy",
		verdict: "fail",
		property: MAX_AGE,
		stack: [headers({ accessControlMaxAgeSec: 86400, includeSubdomains: true, preload: true, override: true })],
	},
	{
		title: "Zero in a response headers policy",
		verdict: "fail",
		property: MAX_AGE,
		stack: [headers({ accessControlMaxAgeSec: 0, override: true })],
	},
	{
		title: "A response headers policy that is about something else",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "securityHeadersConfig.strictTransportSecurity",
		stack: [
			resource(ResponseHeadersPolicy, "cors", {
				corsConfig: {
					accessControlAllowCredentials: false,
					accessControlAllowHeaders: { items: ["authorization"] },
					accessControlAllowMethods: { items: ["GET"] },
					accessControlAllowOrigins: { items: ["https://shop.example.com"] },
					originOverride: true,
				},
			}),
		],
	},
	{
		title: "A max-age unknown until deployment",
		verdict: "undetermined",
		property: MAX_AGE,
		stack: [headers({ accessControlMaxAgeSec: UNKNOWN, override: true })],
	},
	{
		title: "An internal load balancer, which the public does not reach",
		verdict: "not-applicable",
		stack: [listener("max-age=300"), resource(LoadBalancer, "shop", { internal: true })],
	},
	{
		title: "A load balancer of which it is not known whether it is internal",
		verdict: "undetermined",
		property: "internal",
		stack: [listener("max-age=300"), resource(LoadBalancer, "shop", { internal: UNKNOWN })],
	},
];
