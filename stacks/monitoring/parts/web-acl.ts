import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import type { Options } from "../options";
import type { Keys } from "./encryption";
import { maskPersonalData } from "./logs";
import type { Place } from "./place";
import { visible, webAclRules } from "./web-acl-rules";

/** AWS WAF, Developer Guide: Logging destinations. */
const LOG_PREFIX = "aws-waf-logs-";

/** A web ACL for the application. What belongs to CloudFront is in us-east-1, where the monitoring's key is not. */
export function makeWebAcl(place: Place, options: NonNullable<Options["webAcl"]>, keys: Keys): wafv2.WebAcl {
	const { name, child } = place;
	const { scope, resourceArn } = options;
	const here = scope === "CLOUDFRONT" ? { region: "us-east-1" } : place.here;
	const tagged = { ...here, tags: place.options.tags };
	const addresses = new wafv2.IpSet(
		`${name}-scalekit`,
		{
			scope,
			ipAddressVersion: "IPV4",
			addresses: PUBLISHED_OUTBOUND_ADDRESSES.map((address) => `${address}/32`),
			description: "Addresses that Scalekit publishes as its own; counted, not let in",
			...tagged,
		},
		child,
	);
	const acl = new wafv2.WebAcl(
		`${name}-login`,
		{
			scope,
			description: "Limits login and callback, and lets Scalekit's webhooks in",
			defaultAction: { allow: {} },
			visibilityConfig: visible(name),
			rules: webAclRules(options, addresses.arn),
			...tagged,
		},
		child,
	);
	logRequests(place, acl, here, scope === "REGIONAL" ? { kmsKeyId: keys.data } : {});
	if (resourceArn !== undefined) new wafv2.WebAclAssociation(`${name}-login`, { resourceArn, webAclArn: acl.arn, ...here }, child);
	return acl;
}

function logRequests(
	place: Place,
	acl: wafv2.WebAcl,
	here: { readonly region?: string },
	encrypted: { readonly kmsKeyId?: pulumi.Output<string> },
): void {
	const { name, child, options } = place;
	const group = new cloudwatch.LogGroup(
		`${name}-web-acl`,
		{ name: LOG_PREFIX + name, retentionInDays: options.retentionDays, ...encrypted, ...here, tags: options.tags },
		child,
	);
	maskPersonalData(place, "web-acl", group, here);
	new wafv2.WebAclLoggingConfiguration(
		`${name}-login`,
		{
			resourceArn: acl.arn,
			logDestinationConfigs: [group.arn],
			redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
			...here,
		},
		child,
	);
}
