import { type Example, interpolate, ref, resource, UNKNOWN } from "../../engine/example";
import { LambdaFunctionUrl, LogGroup, WebAcl, WebAclLogging } from "../../facts/resource-types";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const acl = resource(WebAcl, "acl", { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig });
const onWebhooks = (searchString: unknown) =>
	resource(WebAcl, "acl", {
		scope: "REGIONAL",
		defaultAction: { allow: {} },
		visibilityConfig,
		rules: [
			{
				name: "limit",
				priority: 1,
				action: { block: {} },
				visibilityConfig,
				statement: {
					rateBasedStatement: {
						limit: 500,
						aggregateKeyType: "IP",
						scopeDownStatement: {
							byteMatchStatement: {
								fieldToMatch: { uriPath: {} },
								positionalConstraint: "STARTS_WITH",
								searchString,
								textTransformations: [{ priority: 0, type: "NONE" }],
							},
						},
					},
				},
			},
		],
	});
const logging = (destination: unknown, more: object = {}) =>
	resource(WebAclLogging, "logging", { resourceArn: ref("acl"), logDestinationConfigs: [destination], ...more });
const logGroup = (inputs: object, name = "waf") => resource(LogGroup, name, { retentionInDays: 90, ...inputs });
const named = logGroup({ name: "aws-waf-logs-shop" });

export const examples: readonly Example[] = [
	{ title: "A web ACL with a logging configuration", verdict: "pass", stack: [acl, logging(ref("waf")), named] },
	{ title: "A web ACL with a rule for webhooks and no logging configuration", verdict: "fail", stack: [onWebhooks("/webhooks/scalekit")] },
	{
		title: "A web ACL with a rule for a generic webhook path and no logging configuration",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [onWebhooks("/webhooks")],
	},
	{
		title: "A web ACL without a logging configuration, in a stack that is declared to contain the webhook",
		verdict: "fail",
		project: { components: ["webhook"] },
		stack: [acl],
	},
	{
		title: "A web ACL without a logging configuration, in a stack whose webhook comes by a function URL",
		verdict: "undetermined",
		reason: "other-stack",
		project: { components: ["webhook"] },
		stack: [acl, resource(LambdaFunctionUrl, "hooks", { functionName: "hooks", authorizationType: "NONE" })],
	},
	{
		title: "A web ACL without a logging configuration that is named after Scalekit and names no webhook",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [{ ...onWebhooks("/login"), name: "scalekit" }],
	},
	{
		title: "A web ACL without a logging configuration that names no webhook",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [onWebhooks("/login")],
	},
	{
		title: "A logging configuration of another web ACL only",
		verdict: "fail",
		project: { components: ["edge"] },
		stack: [
			resource(WebAcl, "other", { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig }),
			acl,
			logging(ref("waf")),
			named,
		],
	},
	{
		title: "A logging configuration whose web ACL is unknown until deployment",
		verdict: "undetermined",
		message: 'resourceArn of logging configuration "logging" is not known until deployment',
		stack: [acl, resource(WebAclLogging, "logging", { resourceArn: UNKNOWN, logDestinationConfigs: [ref("waf")] }), named],
	},
	{
		title: "A log group with the name that AWS WAF asks for",
		verdict: "pass",
		subject: "logging",
		stack: [logging(ref("waf")), acl, named],
	},
	{
		title: "The same log group's ARN with the suffix for its streams",
		verdict: "pass",
		subject: "logging",
		stack: [logging(interpolate(ref("waf"), ":*")), acl, named],
	},
	{
		title: "A log group by another name",
		verdict: "fail",
		subject: "logging",
		property: "logDestinationConfigs[0]",
		stack: [logging(ref("waf")), acl, logGroup({ name: "/waf/shop" })],
	},
	{
		title: "A log group of another stack by another name",
		verdict: "fail",
		subject: "logging",
		property: "logDestinationConfigs[0]",
		stack: [logging("arn:aws:logs:eu-west-1:123456789012:log-group:/waf/shop"), acl],
	},
	{
		title: "A log group that Pulumi names after its resource",
		verdict: "pass",
		subject: "logging",
		stack: [logging(ref("aws-waf-logs-shop")), acl, logGroup({}, "aws-waf-logs-shop")],
	},
	{
		title: "A log group with a name prefix that AWS WAF accepts",
		verdict: "pass",
		subject: "logging",
		stack: [logging(ref("waf")), acl, logGroup({ namePrefix: "aws-waf-logs-" })],
	},
	{
		title: "A log group with a name unknown until deployment",
		verdict: "undetermined",
		subject: "logging",
		message: 'name of log group "waf" is not known until deployment',
		stack: [logging(ref("waf")), acl, logGroup({ name: UNKNOWN })],
	},
	{
		title: "A log destination that is neither a log group nor a bucket nor a stream",
		verdict: "undetermined",
		reason: "not-decidable",
		subject: "logging",
		property: "logDestinationConfigs[0]",
		message: "the name of its log destination cannot be read from its ARN",
		stack: [logging("arn:aws:kinesis:eu-west-1:123456789012:stream/waf"), acl],
	},
	{
		title: "A bucket by the name that AWS WAF asks for",
		verdict: "pass",
		subject: "logging",
		stack: [logging("arn:aws:s3:::aws-waf-logs-shop"), acl],
	},
	{
		title: "A delivery stream by another name",
		verdict: "fail",
		subject: "logging",
		property: "logDestinationConfigs[0]",
		stack: [logging("arn:aws:firehose:eu-west-1:123456789012:deliverystream/waf"), acl],
	},
	{
		title: "A filter that keeps what was blocked",
		verdict: "pass",
		subject: "logging",
		stack: [
			logging(ref("waf"), {
				loggingFilter: {
					defaultBehavior: "DROP",
					filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions: [{ actionCondition: { action: "BLOCK" } }] }],
				},
			}),
			acl,
			named,
		],
	},
	{
		title: "A filter that drops allowed requests and keeps the rest",
		verdict: "pass",
		subject: "logging",
		stack: [
			logging(ref("waf"), {
				loggingFilter: {
					defaultBehavior: "KEEP",
					filters: [{ behavior: "DROP", requirement: "MEETS_ANY", conditions: [{ actionCondition: { action: "ALLOW" } }] }],
				},
			}),
			acl,
			named,
		],
	},
	...(
		[
			["logDestinationConfigs", { logDestinationConfigs: UNKNOWN }],
			["loggingFilter", { loggingFilter: UNKNOWN }],
			["loggingFilter.filters", { loggingFilter: { defaultBehavior: "DROP", filters: UNKNOWN } }],
			["loggingFilter.filters[0].behavior", { loggingFilter: { defaultBehavior: "DROP", filters: [{ behavior: UNKNOWN }] } }],
		] as const
	).map(
		([property, more]): Example => ({
			title: `A logging configuration whose ${property} is unknown until deployment`,
			verdict: "undetermined",
			subject: "logging",
			property,
			stack: [logging(ref("waf"), more), acl, named],
		}),
	),
	{
		title: "A filter that drops everything",
		verdict: "fail",
		subject: "logging",
		property: "loggingFilter",
		stack: [
			logging(ref("waf"), {
				loggingFilter: {
					defaultBehavior: "DROP",
					filters: [{ behavior: "DROP", requirement: "MEETS_ANY", conditions: [{ actionCondition: { action: "ALLOW" } }] }],
				},
			}),
			acl,
			named,
		],
	},
	{
		title: "A destination unknown until deployment",
		verdict: "undetermined",
		subject: "logging",
		stack: [logging(UNKNOWN), acl],
	},
];
