import type { RuleMetadata } from "../engine/rule";

/** A rule that other tools have, or that suggests itself, and that is not written here. */
export interface RejectedRule {
	/** What it would look at, as the head of a row. */
	readonly title: string;
	/** Why it would be wrong more often than useful, in one or two sentences. */
	readonly why: string;
	/** Who has it, or the nearest to it. */
	readonly relatedRules?: RuleMetadata["relatedRules"];
}

export const rejectedRules: readonly RejectedRule[] = [
	{
		title: "TLS policies of classic load balancers",
		why: "The policy is spread over three resource types beside the load balancer, and where the stack has none of them AWS's default holds without showing. `http-listener-redirects` still finds their plain HTTP.",
		relatedRules: { checkov: ["CKV_AWS_213"], securityHub: ["ELB.8"], prowler: ["elb_insecure_ssl_ciphers"] },
	},
	{
		title: "`disableExecuteApiEndpoint` of API Gateway",
		why: "Switching the `execute-api` host name off is right only where a custom domain is the one way in, and stacks seldom show that. The host name itself answers over HTTPS only.",
	},
	{
		title: "Resources of other providers than `aws`",
		why: "`aws-native`, `awscc` and Terraform modules name the same things otherwise, each in its own way, and commands and templates can make anything. The report counts such resources; where one uses a resource, what seems to be missing of that one is undetermined.",
	},
	{
		title: "Outbound rules of security groups",
		why: "A security group knows addresses and no domain names, so it can neither let Scalekit's domains through nor prove that it does. The checklist does not ask for open outbound traffic, and not for closed traffic either.",
		relatedRules: { checkov: ["CKV_AWS_382"] },
	},
	{ title: "TLS of AppSync, App Runner and Lambda function URLs", why: "All three answer over HTTPS only; there is nothing to set." },
	{ title: "TLS of Global Accelerator", why: "It passes TCP and UDP on. TLS ends behind it, where the other rules look." },
	{
		title: "Any environment variable in an ECS task definition",
		why: "Most variables are no secrets: a region, a URL, a client ID. A rule that fires on each of them is switched off, and then it finds the secret no more.",
		relatedRules: { "cdk-nag": ["AwsSolutions-ECS2"] },
	},
	{
		title: "Rotation of Scalekit's secrets in Secrets Manager",
		why: "A client secret is rotated at Scalekit, which issues it. A rotation by AWS would put a secret in its place that Scalekit does not know.",
		relatedRules: {
			checkov: ["CKV_AWS_304", "CKV2_AWS_57"],
			"cdk-nag": ["AwsSolutions-SMG4"],
			securityHub: ["SecretsManager.1", "SecretsManager.4"],
			prowler: ["secretsmanager_automatic_rotation_enabled"],
		},
	},
	{
		title: "Literal `secretString` of a Secrets Manager version",
		why: "A secret of the program's configuration stands in the inputs of a state in plain text, as a literal does. The two cannot be told apart.",
	},
	{
		title: "Secrets in what Glue jobs, Lightsail containers, Step Functions and spot requests are given",
		why: "They seldom run what people sign in to, and each has its own way to write arguments: a wrong finding is likelier there than a right one. `no-plaintext-secret` looks at ECS, Batch, Lambda, App Runner, Elastic Beanstalk, Amplify, CodeBuild, API Gateway stages and the user data of EC2.",
	},
	{
		title: "Secrets in Kubernetes objects",
		why: "They belong to another provider than AWS's, with references, volumes and operators of its own that decide what is plain text. Tools for Kubernetes know them.",
	},
	{
		title: "Files of variables in S3 (`environmentFiles` of ECS)",
		why: "What they hold is in neither the program nor the state. The rules for secrets leave such a container open and say so.",
	},
	{
		title: "HSTS with `preload`",
		why: "The preload list binds a whole domain, is hard to leave, and is for the domain's owner to decide. `hsts` asks for a long max-age and no more.",
		relatedRules: { checkov: ["CKV_AWS_259"] },
	},
];
