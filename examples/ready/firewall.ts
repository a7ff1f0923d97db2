import * as aws from "@pulumi/aws";
import { loadBalancer } from "./edge";

const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

/** Allows Scalekit webhooks by path: the signature authenticates the sender, and its addresses are not documented. */
const webAcl = new aws.wafv2.WebAcl("shop", {
	scope: "REGIONAL",
	defaultAction: { allow: {} },
	visibilityConfig: visible("shop"),
	rules: [
		{
			name: "login-rate",
			priority: 0,
			action: { block: {} },
			statement: {
				rateBasedStatement: {
					limit: 300,
					aggregateKeyType: "IP",
					scopeDownStatement: {
						byteMatchStatement: {
							searchString: "/login",
							positionalConstraint: "STARTS_WITH",
							fieldToMatch: { uriPath: {} },
							textTransformations: [{ priority: 0, type: "NONE" }],
						},
					},
				},
			},
			visibilityConfig: visible("login-rate"),
		},
		{
			name: "scalekit-webhooks",
			priority: 1,
			action: { allow: {} },
			statement: {
				byteMatchStatement: {
					searchString: "/webhooks/scalekit",
					positionalConstraint: "EXACTLY",
					fieldToMatch: { uriPath: {} },
					textTransformations: [{ priority: 0, type: "NONE" }],
				},
			},
			visibilityConfig: visible("scalekit-webhooks"),
		},
		{
			name: "common-attacks",
			priority: 2,
			overrideAction: { none: {} },
			statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
			visibilityConfig: visible("common-attacks"),
		},
	],
});

new aws.wafv2.WebAclAssociation("shop", { resourceArn: loadBalancer.arn, webAclArn: webAcl.arn });

const log = new aws.cloudwatch.LogGroup("web-acl", { name: "aws-waf-logs-shop", retentionInDays: 90 });

new aws.wafv2.WebAclLoggingConfiguration("shop", {
	resourceArn: webAcl.arn,
	logDestinationConfigs: [log.arn],
	redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
});
