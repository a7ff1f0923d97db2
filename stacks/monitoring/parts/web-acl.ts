import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import type { Options } from "../options";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { maskPersonalData } from "./logs";
import { visible, webAclRules } from "./web-acl-rules";

/** AWS WAF, Developer Guide: Logging destinations. */
const LOG_PREFIX = "aws-waf-logs-";

/** A web ACL for the application. For CloudFront it is in us-east-1, where the data key cannot be used. */
export function makeWebAcl(context: ComponentContext, options: NonNullable<Options["webAcl"]>, keys: Keys): wafv2.WebAcl {
	const { name, childOptions } = context;
	const { scope, resourceArn } = options;
	const regional = scope === "CLOUDFRONT" ? { region: "us-east-1" } : context.regional;
	const regionalTagged = { ...regional, tags: context.options.tags };
	const addresses = new wafv2.IpSet(
		`${name}-scalekit`,
		{
			scope,
			ipAddressVersion: "IPV4",
			addresses: PUBLISHED_OUTBOUND_ADDRESSES.map((address) => `${address}/32`),
			description: "Addresses that Scalekit publishes; counted, not allowed",
			...regionalTagged,
		},
		childOptions,
	);
	const acl = new wafv2.WebAcl(
		`${name}-login`,
		{
			scope,
			description: "Rate-limits login and callback, and allows Scalekit webhooks",
			defaultAction: { allow: {} },
			visibilityConfig: visible(name),
			rules: webAclRules(options, addresses.arn),
			...regionalTagged,
		},
		childOptions,
	);
	logRequests(context, acl, regional, scope === "REGIONAL" ? { kmsKeyId: keys.data } : {});
	if (resourceArn !== undefined)
		new wafv2.WebAclAssociation(`${name}-login`, { resourceArn, webAclArn: acl.arn, ...regional }, childOptions);
	return acl;
}

function logRequests(
	context: ComponentContext,
	acl: wafv2.WebAcl,
	regional: { readonly region?: string },
	encrypted: { readonly kmsKeyId?: pulumi.Output<string> },
): void {
	const { name, childOptions, options } = context;
	const group = new cloudwatch.LogGroup(
		`${name}-web-acl`,
		{ name: LOG_PREFIX + name, retentionInDays: options.retentionDays, ...encrypted, ...regional, tags: options.tags },
		childOptions,
	);
	maskPersonalData(context, "web-acl", group, regional);
	new wafv2.WebAclLoggingConfiguration(
		`${name}-login`,
		{
			resourceArn: acl.arn,
			logDestinationConfigs: [group.arn],
			redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
			...regional,
		},
		childOptions,
	);
}
