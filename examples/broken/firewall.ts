import * as aws from "@pulumi/aws";
import { loadBalancer } from "./edge";

const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

const scalekit = new aws.wafv2.IpSet("scalekit", { scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: ["34.94.129.140/32"] });

// Requests from that address bypass the rate rule for all paths; the managed rules only count, and nothing is logged.
const webAcl = new aws.wafv2.WebAcl("shop", {
	scope: "REGIONAL",
	defaultAction: { allow: {} },
	visibilityConfig: visible("shop"),
	rules: [
		{
			name: "scalekit",
			priority: 0,
			action: { allow: {} },
			statement: { ipSetReferenceStatement: { arn: scalekit.arn } },
			visibilityConfig: visible("scalekit"),
		},
		{
			name: "login-rate",
			priority: 1,
			action: { block: {} },
			statement: { rateBasedStatement: { limit: 300, aggregateKeyType: "IP" } },
			visibilityConfig: visible("login-rate"),
		},
		{
			name: "common-attacks",
			priority: 2,
			overrideAction: { count: {} },
			statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
			visibilityConfig: visible("common-attacks"),
		},
	],
});

new aws.wafv2.WebAclAssociation("shop", { resourceArn: loadBalancer.arn, webAclArn: webAcl.arn });
