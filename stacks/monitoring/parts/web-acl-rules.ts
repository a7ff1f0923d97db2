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
 *
 * AWS's common rules look at login and callback alone: they block bodies over 8 KB, and so whatever people upload elsewhere (AWS WAF,
 * Developer Guide: Baseline rule groups, SizeRestrictions_BODY; Using scope-down statements).
 */
export function webAclRules({ loginPaths, callbackPaths, rateLimit, webhookPath }: WebAclOptions, addresses: pulumi.Input<string>): Rules {
	const loggingIn = anyOf([...new Set([...loginPaths, ...callbackPaths].map((path) => path.toLowerCase()))].map(below));
	const ordered = [
		{
			name: "login-rate",
			action: { block: {} },
			statement: {
				rateBasedStatement: { limit: rateLimit, evaluationWindowSec: 300, aggregateKeyType: "IP", scopeDownStatement: loggingIn },
			},
		},
		{ name: "scalekit-addresses", action: { count: {} }, statement: { ipSetReferenceStatement: { arn: addresses } } },
		{ name: "scalekit-webhooks", action: { allow: {} }, statement: onPath(webhookPath, "EXACTLY", ["NONE"]) },
		{
			name: "common-attacks",
			overrideAction: { none: {} },
			statement: {
				managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet", scopeDownStatement: loggingIn },
			},
		},
	];
	return ordered.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visible(rule.name) }));
}

/**
 * A path and what is below it, however it is written: `/%4Cogin`, `/x/../login` and `/LOGIN` reach many applications as `/login`. AWS WAF
 * compares with the text as it is after all transformations, so that what is searched is in small letters (AWS WAF, Developer Guide: Using
 * text transformations).
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

/** AWS WAF takes no alternatives of which there is one. */
function anyOf<Statement>(statements: readonly Statement[]): Statement | { orStatement: { statements: Statement[] } } {
	const [only] = statements;
	return only !== undefined && statements.length === 1 ? only : { orStatement: { statements: [...statements] } };
}
