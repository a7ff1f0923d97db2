import type { Capability } from "../engine/verdict";

/** The resources that no rule understands, by what they could make or do in AWS all the same. */

/** Classic types that make what somebody else describes: a template, a document, code. */
const PROVISIONERS: ReadonlySet<string> = new Set([
	"aws:cloudformation/stack:Stack",
	"aws:cloudformation/stackInstances:StackInstances",
	"aws:cloudformation/stackSet:StackSet",
	"aws:cloudformation/stackSetInstance:StackSetInstance",
	"aws:cloudcontrol/resource:Resource",
	"aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
	"aws:servicecatalog/provisionedProduct:ProvisionedProduct",
	"aws:lambda/invocation:Invocation",
]);

/** Classic types that put a web ACL in front of something, and that no rule reads. */
const WEB_ACL_ATTACHERS: ReadonlySet<string> = new Set(["aws:wafregional/webAclAssociation:WebAclAssociation", "aws:fms/policy:Policy"]);

/** Packages that make files, numbers, names or images, and nothing that runs in an account. */
const LOCAL_PACKAGES: ReadonlySet<string> = new Set([
	...["archive", "assert", "docker", "docker-build", "local", "null", "random", "std", "synced-folder", "time", "tls"],
]);

/** Packages that look after something else than AWS: DNS, networks, code, data (registry of Pulumi packages, read 2026-11). */
const OTHER_VENDORS: ReadonlySet<string> = new Set([
	...["akamai", "alicloud", "auth0", "azure", "azure-native", "azuread", "cloudflare", "cloudinit", "confluentcloud", "databricks"],
	...["digitalocean", "dnsimple", "fastly", "gcp", "github", "gitlab", "google-native", "hcloud", "linode", "mongodbatlas", "mysql", "ns1"],
	...["okta", "postgresql", "rabbitmq", "snowflake", "tailscale", "twingate", "upstash", "vault", "vercel"],
]);

/** Packages that make nothing in AWS either, but may hear of what goes on there. */
const MONITORING_VENDORS: ReadonlySet<string> = new Set([
	...["datadog", "grafana", "newrelic", "opsgenie", "pagerduty", "rootly", "sentry", "slack", "splunk"],
]);

/** Packages for AWS whose types say which service they are of. */
const BY_SERVICE: ReadonlySet<string> = new Set(["aws-native", "awscc"]);

/** Members of such packages that let somebody do something, and do nothing themselves. */
const PERMISSION_TYPES = /:iam[:/]|(?:Policy|PolicyAttachment|Permission|Permissions)$/;

/** Services that write no log of their own, and keep none. */
const WITHOUT_LOG_GROUPS: ReadonlySet<string> = new Set([
	...["acm", "certificatemanager", "cloudfront", "cloudwatch", "dynamodb", "ec2", "ecr", "efs", "elasticache", "elasticloadbalancing"],
	...[
		"elasticloadbalancingv2",
		"events",
		"iam",
		"kms",
		"organizations",
		"ram",
		"route53",
		"s3",
		"scheduler",
		"secretsmanager",
		"sns",
		"sqs",
	],
	...["ssm", "sso", "wafv2"],
]);

/** Services in which monitoring can be. */
const WITH_MONITORING: ReadonlySet<string> = new Set(["applicationsignals", "chatbot", "cloudformation", "cloudwatch", "logs", "sns"]);

/**
 * True of a type that no rule understands and that could do what is missing of a resource which it uses.
 *
 * @param type a Pulumi type token
 */
export function mayConfigure(type: string): boolean {
	const name = packageOf(type);
	if (name === "aws") return PROVISIONERS.has(type) || WEB_ACL_ATTACHERS.has(type);
	if (name === "pulumi" || LOCAL_PACKAGES.has(name) || OTHER_VENDORS.has(name)) return false;
	return !(BY_SERVICE.has(name) && PERMISSION_TYPES.test(type));
}

/** True of a type that no rule understands and that could hold or make something in AWS by itself. */
export function mayProvide(type: string, thing: Capability): boolean {
	const name = packageOf(type);
	if (!mayConfigure(type) || WEB_ACL_ATTACHERS.has(type) || MONITORING_VENDORS.has(name)) return false;
	if (!BY_SERVICE.has(name)) return true;
	const service = type.split(/[:/]/)[1]?.toLowerCase() ?? "";
	if (thing === "monitoring") return WITH_MONITORING.has(service);
	return thing === "anything" || !WITHOUT_LOG_GROUPS.has(service);
}

/** The package that a type is of: `aws-native`. */
export function packageOf(type: string): string {
	return type.split(":", 1)[0] ?? "";
}
