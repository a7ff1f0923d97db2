import type { WebAclArgs } from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import type { Options } from "../options";

type WebAclOptions = NonNullable<Options["webAcl"]>;
type Rules = Exclude<WebAclArgs["rules"], undefined>;

/** How a rule, or the whole web ACL, is seen in CloudWatch. */
export function visible(metricName: string) {
	return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

/**
 * The rules in their order. The limit comes before whatever lets anybody in. Scalekit's published addresses are only counted: that webhooks
 * leave from them is not said, so that the path is what lets them in, and the signature what keeps others out.
 */
export function webAclRules({ loginPaths, callbackPaths, rateLimit, webhookPath }: WebAclOptions, addresses: pulumi.Input<string>): Rules {
	const ordered = [
		{
			name: "login-rate",
			action: { block: {} },
			statement: {
				rateBasedStatement: {
					limit: rateLimit,
					evaluationWindowSec: 300,
					aggregateKeyType: "IP",
					scopeDownStatement: anyOf([...new Set([...loginPaths, ...callbackPaths])].map((path) => onPath(path, "STARTS_WITH"))),
				},
			},
		},
		{ name: "scalekit-addresses", action: { count: {} }, statement: { ipSetReferenceStatement: { arn: addresses } } },
		{ name: "scalekit-webhooks", action: { allow: {} }, statement: onPath(webhookPath, "EXACTLY") },
		{
			name: "common-attacks",
			overrideAction: { none: {} },
			statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
		},
	];
	return ordered.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visible(rule.name) }));
}

function onPath(path: string, positionalConstraint: "EXACTLY" | "STARTS_WITH") {
	return {
		byteMatchStatement: {
			searchString: path,
			positionalConstraint,
			fieldToMatch: { uriPath: {} },
			textTransformations: [{ priority: 0, type: "NONE" }],
		},
	};
}

/** AWS WAF takes no alternatives of which there is one. */
function anyOf<Statement>(statements: readonly Statement[]): Statement | { orStatement: { statements: Statement[] } } {
	const [only] = statements;
	return only !== undefined && statements.length === 1 ? only : { orStatement: { statements: [...statements] } };
}
