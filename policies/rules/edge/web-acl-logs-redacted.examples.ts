import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { WebAcl, WebAclLogging } from "../../facts/resource-types";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const acl = (more: object = {}) => resource(WebAcl, "acl", { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig, ...more });
const logging = (redactedFields?: unknown) =>
	resource(WebAclLogging, "logging", {
		resourceArn: ref("acl"),
		logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-shop"],
		...(redactedFields ? { redactedFields } : {}),
	});
const header = (name: unknown) => ({ singleHeader: { name } });
const protecting = (fieldType: string, fieldKeys?: readonly string[]) => ({
	action: "SUBSTITUTION",
	field: { fieldType, ...(fieldKeys ? { fieldKeys } : {}) },
});

export const examples: readonly Example[] = [
	{ title: "Both headers redacted", verdict: "pass", stack: [logging([header("Authorization"), header("cookie")]), acl()] },
	{ title: "Nothing redacted", verdict: "fail", property: "redactedFields", stack: [logging(), acl()] },
	{
		title: "Redacted fields not known before the update",
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
		title: "A header not known before the update",
		verdict: "undetermined",
		property: "redactedFields[1].singleHeader.name",
		stack: [logging([header("authorization"), header(UNKNOWN)]), acl()],
	},
];
