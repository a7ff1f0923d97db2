import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { WebAcl, WebAclLogging } from "../../facts/resource-types";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const acl = (more: object = {}) => resource(WebAcl, "acl", { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig, ...more });
const logging = (redactedFields?: unknown, resourceArn: unknown = ref("acl")) =>
	resource(WebAclLogging, "logging", {
		resourceArn,
		logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-shop"],
		...(redactedFields ? { redactedFields } : {}),
	});
const header = (name: unknown) => ({ singleHeader: { name } });
const protecting = (fieldType: unknown, fieldKeys?: unknown) => ({
	action: "SUBSTITUTION",
	field: { fieldType, ...(fieldKeys ? { fieldKeys } : {}) },
});

export const examples: readonly Example[] = [
	{ title: "Both headers redacted", verdict: "pass", stack: [logging([header("Authorization"), header("cookie")]), acl()] },
	{ title: "Nothing redacted", verdict: "fail", property: "redactedFields", stack: [logging(), acl()] },
	{
		title: "Redacted fields unknown until deployment",
		verdict: "undetermined",
		property: "redactedFields",
		stack: [logging(UNKNOWN), acl()],
	},
	{
		title: "Only the query string and one header redacted",
		verdict: "fail",
		property: "redactedFields",
		stack: [logging([{ queryString: {} }, header("authorization")]), acl()],
	},
	{
		title: "Both headers under the web ACL's data protection",
		verdict: "pass",
		stack: [
			logging(),
			acl({ dataProtectionConfig: { dataProtections: [protecting("SINGLE_HEADER", ["authorization"]), protecting("SINGLE_COOKIE")] } }),
		],
	},
	...(
		[
			["Every header under the web ACL's data protection", "pass", ["SINGLE_HEADER"]],
			[
				"The two headers and another one under the web ACL's data protection",
				"pass",
				["SINGLE_HEADER", ["x-api-key", "Authorization", "cookie"]],
			],
			["Only another header under the web ACL's data protection", "fail", ["SINGLE_HEADER", ["x-api-key"]]],
			["Only cookies under the web ACL's data protection", "fail", ["SINGLE_COOKIE"]],
			[
				"Query arguments named like the headers under the web ACL's data protection",
				"fail",
				["QUERY_ARGUMENT", ["authorization", "cookie"]],
			],
		] as const
	).map(
		([title, verdict, [type, keys]]): Example => ({
			title,
			verdict,
			stack: [logging(), acl({ dataProtectionConfig: { dataProtections: [protecting(type, keys)] } })],
		}),
	),
	...(
		[
			["", UNKNOWN],
			["[0].field.fieldType", [protecting(UNKNOWN, ["authorization", "cookie"])]],
			["[0].field.fieldKeys", [protecting("SINGLE_HEADER", UNKNOWN)]],
			["[0].field.fieldKeys[0]", [protecting("SINGLE_HEADER", [UNKNOWN])]],
		] as const
	).map(
		([path, dataProtections]): Example => ({
			title: `A web ACL whose dataProtections${path} is unknown until deployment`,
			verdict: "undetermined",
			message: `dataProtectionConfig.dataProtections${path} of web ACL "acl" is not known until deployment`,
			stack: [logging(), acl({ dataProtectionConfig: { dataProtections } })],
		}),
	),
	{
		title: "A web ACL unknown until deployment",
		verdict: "undetermined",
		property: "resourceArn",
		stack: [logging(undefined, UNKNOWN)],
	},
	{
		title: "Nothing redacted in the log of a web ACL of another stack",
		verdict: "fail",
		property: "redactedFields",
		stack: [logging(undefined, "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shared/473e64fd")],
	},
	{
		title: "Only one of the cookies under the web ACL's data protection",
		verdict: "fail",
		property: "redactedFields",
		stack: [
			logging([header("authorization")]),
			acl({ dataProtectionConfig: { dataProtections: [protecting("SINGLE_COOKIE", ["theme"])] } }),
		],
	},
	{
		title: "A header unknown until deployment",
		verdict: "undetermined",
		property: "redactedFields[1].singleHeader.name",
		stack: [logging([header("authorization"), header(UNKNOWN)]), acl()],
	},
];
