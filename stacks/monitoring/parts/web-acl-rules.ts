import type { WebAclArgs } from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import type { Options } from "../options";

type WebAclOptions = NonNullable<Options["webAcl"]>;
type Rules = Exclude<WebAclArgs["rules"], undefined>;

/** The CloudWatch settings of a rule or a web ACL. */
export function visible(metricName: string) {
	return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

/**
 * The rules in order. The rate limit precedes the rules that allow requests. Scalekit's published addresses are only counted, because they are not documented
 * as the source of webhooks: webhooks are allowed by path, and forged ones are rejected by their signature.
 *
 * The common rule set is scoped to login and callback paths, because it blocks bodies over 8 KB, such as uploads (AWS WAF, Developer Guide: Baseline rule
 * groups, SizeRestrictions_BODY; Using scope-down statements).
 */
export function webAclRules({ loginPaths, callbackPaths, rateLimit, webhookPath }: WebAclOptions, addresses: pulumi.Input<string>): Rules {
	const loginPathsOnly = anyOf([...new Set([...loginPaths, ...callbackPaths].map((path) => path.toLowerCase()))].map(below));
	const ordered = [
		{
			name: "login-rate",
			action: { block: {} },
			statement: {
				rateBasedStatement: { limit: rateLimit, evaluationWindowSec: 300, aggregateKeyType: "IP", scopeDownStatement: loginPathsOnly },
			},
		},
		{ name: "scalekit-addresses", action: { count: {} }, statement: { ipSetReferenceStatement: { arn: addresses } } },
		{ name: "scalekit-webhooks", action: { allow: {} }, statement: onPath(webhookPath, "EXACTLY", ["NONE"]) },
		{
			name: "common-attacks",
			overrideAction: { none: {} },
			statement: {
				managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet", scopeDownStatement: loginPathsOnly },
			},
		},
	];
	return ordered.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visible(rule.name) }));
}

/**
 * A path and its subpaths in any notation: `/%4Cogin`, `/x/../login` and `/LOGIN` reach many applications as `/login`. AWS WAF compares after all
 * transformations, so the search string is in lower case (AWS WAF, Developer Guide: Using text transformations).
 */
function below(path: string) {
	return onPath(path, "STARTS_WITH", ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"]);
}

function onPath(path: string, positionalConstraint: "EXACTLY" | "STARTS_WITH", transformations: readonly string[]) {
	return {
		byteMatchStatement: {
			searchString: path,
			positionalConstraint,
			fieldToMatch: { uriPath: {} },
			textTransformations: transformations.map((type, priority) => ({ priority, type })),
		},
	};
}

/** AWS WAF requires at least two statements in an OR statement. */
function anyOf<Statement>(statements: readonly Statement[]): Statement | { orStatement: { statements: Statement[] } } {
	const [only] = statements;
	return only !== undefined && statements.length === 1 ? only : { orStatement: { statements: [...statements] } };
}
