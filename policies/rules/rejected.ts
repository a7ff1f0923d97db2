import type { RuleMetadata } from "../engine/rule";

/** A rule that other tools have, or that seems obvious, but that this project rejected. */
export interface RejectedRule {
	/** The subject of the rule. */
	readonly title: string;
	/** Why it would cause more false positives than useful findings, in one or two sentences. */
	readonly why: string;
	/** The closest rules of other tools, by tool. */
	readonly relatedRules?: RuleMetadata["relatedRules"];
}

export const rejectedRules: readonly RejectedRule[] = [
	{
		title: "TLS policies of classic load balancers",
		why: "The policy is spread over three resource types besides the load balancer, and without them AWS's default applies, which the stack does not show. `http-listener-redirects` covers their plain HTTP listeners.",
		relatedRules: { checkov: ["CKV_AWS_213"], securityHub: ["ELB.8"], prowler: ["elb_insecure_ssl_ciphers"] },
	},
	{
		title: "`disableExecuteApiEndpoint` of API Gateway",
		why: "Disabling the `execute-api` host name is right only if all clients use a custom domain, which stacks rarely show. The host name itself serves HTTPS only.",
	},
	{
		title: "Resources of other providers than `aws`",
		why: "`aws-native`, `awscc` and Terraform modules describe the same resources differently, and commands and templates can create anything. The report counts such resources; if one references a resource, failures because of something missing from that resource are undetermined.",
	},
	{
		title: "Outbound rules of security groups",
		why: "A security group contains addresses and no domain names, so it can neither allow Scalekit's domains nor prove that they are allowed. The checklist requires neither open nor restricted outbound traffic.",
		relatedRules: { checkov: ["CKV_AWS_382"] },
	},
	{ title: "TLS of AppSync, App Runner and Lambda function URLs", why: "All three serve HTTPS only and have no setting for it." },
	{ title: "TLS of Global Accelerator", why: "It forwards TCP and UDP. TLS terminates behind it, where other rules apply." },
	{
		title: "Any environment variable in an ECS task definition",
		why: "Most variables are not secrets: a Region, a URL, a client ID. A rule that reports all of them gets disabled, and then misses the secrets.",
		relatedRules: { "cdk-nag": ["AwsSolutions-ECS2"] },
	},
	{
		title: "Rotation of Scalekit's secrets in Secrets Manager",
		why: "A client secret is rotated at Scalekit, which issues it. A rotation by AWS would replace it with a secret that Scalekit does not accept.",
		relatedRules: {
			checkov: ["CKV_AWS_304", "CKV2_AWS_57"],
			"cdk-nag": ["AwsSolutions-SMG4"],
			securityHub: ["SecretsManager.1", "SecretsManager.4"],
			prowler: ["secretsmanager_automatic_rotation_enabled"],
		},
	},
	{
		title: "Literal `secretString` of a Secrets Manager version",
		why: "In a state, a configuration secret is plain text in the inputs, like a literal. The two cannot be distinguished.",
	},
	{
		title: "Secrets in arguments of Glue jobs, Lightsail containers, Step Functions and spot requests",
		why: "They rarely run applications with logins, and each has its own argument syntax, so false positives are more likely than findings. `no-plaintext-secret` covers ECS, Batch, Lambda, App Runner, Elastic Beanstalk, Amplify, CodeBuild, API Gateway stages and EC2 user data.",
	},
	{
		title: "Secrets in Kubernetes objects",
		why: "They belong to another provider with its own references, volumes and operators, which determine what is plain text. Kubernetes tools cover them.",
	},
	{
		title: "Environment files in S3 (`environmentFiles` of ECS)",
		why: "Their content is in neither the program nor the state. The secret rules are undetermined for such containers.",
	},
	{
		title: "HSTS with `preload`",
		why: "The preload list affects a whole domain, is hard to leave, and is the domain owner's decision. `hsts` only requires a long max-age.",
		relatedRules: { checkov: ["CKV_AWS_259"] },
	},
];
