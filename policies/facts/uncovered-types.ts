import type { Capability } from "../engine/verdict";

/** Resource types that no rule covers, by what they may create or configure in AWS. */

/** Types of the `aws` provider that create resources from a template, a document or code. */
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

/** Types of the `aws` provider that attach a web ACL and that no rule reads. */
const WEB_ACL_ATTACHERS: ReadonlySet<string> = new Set(["aws:wafregional/webAclAssociation:WebAclAssociation", "aws:fms/policy:Policy"]);

/** Packages that create files, numbers, names or images, and no resources in an AWS account. */
const LOCAL_PACKAGES: ReadonlySet<string> = new Set([
	...["archive", "assert", "docker", "docker-build", "local", "null", "random", "std", "synced-folder", "time", "tls"],
]);

/** Packages for other vendors than AWS (https://www.pulumi.com/registry/packages/, read 2026-11). */
const OTHER_VENDORS: ReadonlySet<string> = new Set([
	...["akamai", "alicloud", "auth0", "azure", "azure-native", "azuread", "cloudflare", "cloudinit", "confluentcloud", "databricks"],
	...["digitalocean", "dnsimple", "fastly", "gcp", "github", "gitlab", "google-native", "hcloud", "linode", "mongodbatlas", "mysql", "ns1"],
	...["okta", "postgresql", "rabbitmq", "snowflake", "tailscale", "twingate", "upstash", "vault", "vercel"],
]);

/** Packages of monitoring vendors, which create nocapability in AWS but may receive alarms. */
const MONITORING_VENDORS: ReadonlySet<string> = new Set([
	...["datadog", "grafana", "newrelic", "opsgenie", "pagerduty", "rootly", "sentry", "slack", "splunk"],
]);

/** Packages for AWS whose type tokens contain the service. */
const BY_SERVICE: ReadonlySet<string> = new Set(["aws-native", "awscc"]);

/** Types that only grant permissions. */
const PERMISSION_TYPES = /:iam[:/]|(?:Policy|PolicyAttachment|Permission|Permissions)$/;

/** Services without log groups. */
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

/** Services that monitoring may consist of. */
const WITH_MONITORING: ReadonlySet<string> = new Set(["applicationsignals", "chatbot", "cloudformation", "cloudwatch", "logs", "sns"]);

/**
 * True for a type that no rule covers and that may configure a resource that it references.
 *
 * @param type a Pulumi type token
 */
export function mayConfigure(type: string): boolean {
	const name = packageOf(type);
	if (name === "aws") return PROVISIONERS.has(type) || WEB_ACL_ATTACHERS.has(type);
	if (name === "pulumi" || LOCAL_PACKAGES.has(name) || OTHER_VENDORS.has(name)) return false;
	return !(BY_SERVICE.has(name) && PERMISSION_TYPES.test(type));
}

/** True for a type that no rule covers and that may provide the capability by itself. */
export function mayProvide(type: string, capability: Capability): boolean {
	const name = packageOf(type);
	if (!mayConfigure(type) || WEB_ACL_ATTACHERS.has(type) || MONITORING_VENDORS.has(name)) return false;
	if (!BY_SERVICE.has(name)) return true;
	const service = type.split(/[:/]/)[1]?.toLowerCase() ?? "";
	if (capability === "monitoring") return WITH_MONITORING.has(service);
	return capability === "anything" || !WITHOUT_LOG_GROUPS.has(service);
}

/** The package of a type: `aws-native`. */
export function packageOf(type: string): string {
	return type.split(":", 1)[0] ?? "";
}
