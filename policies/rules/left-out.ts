import type { RuleMetadata } from "../engine/rule";

/** A rule that other tools have, or that suggests itself, and that is not written here. */
export interface LeftOut {
	/** What it would look at, as the head of a row. */
	readonly what: string;
	/** Why it would be wrong more often than useful, in one or two sentences. */
	readonly why: string;
	/** Who has it, or the nearest to it. */
	readonly peers?: RuleMetadata["peers"];
}

export const leftOut: readonly LeftOut[] = [
	{
		what: "TLS policies of classic load balancers",
		why: "The policy is spread over three resource types beside the load balancer, and where the stack has none of them AWS's default holds without showing. `http-listener-redirects` still finds their plain HTTP.",
		peers: { checkov: ["CKV_AWS_213"], securityHub: ["ELB.8"], prowler: ["elb_insecure_ssl_ciphers"] },
	},
	{
		what: "`disableExecuteApiEndpoint` of API Gateway",
		why: "Switching the `execute-api` host name off is right only where a custom domain is the one way in, and stacks seldom show that. The host name itself answers over HTTPS only.",
	},
	{
		what: "Resources of other providers than `aws`",
		why: "`aws-native`, `awscc` and Terraform modules name the same things otherwise, each in its own way, and commands and templates can make anything. The report counts such resources; where one uses a resource, what seems to be missing of that one is undetermined.",
	},
	{
		what: "Outbound rules of security groups",
		why: "A security group knows addresses and no domain names, so it can neither let Scalekit's domains through nor prove that it does. The checklist does not ask for open outbound traffic, and not for closed traffic either.",
		peers: { checkov: ["CKV_AWS_382"] },
	},
	{ what: "TLS of AppSync, App Runner and Lambda function URLs", why: "All three answer over HTTPS only; there is nothing to set." },
	{ what: "TLS of Global Accelerator", why: "It passes TCP and UDP on. TLS ends behind it, where the other rules look." },
	{
		what: "Any environment variable in an ECS task definition",
		why: "Most variables are no secrets: a region, a URL, a client ID. A rule that fires on each of them is switched off, and then it finds the secret no more.",
		peers: { "cdk-nag": ["AwsSolutions-ECS2"] },
	},
	{
		what: "Rotation of Scalekit's secrets in Secrets Manager",
		why: "A client secret is rotated at Scalekit, which issues it. A rotation by AWS would put a secret in its place that Scalekit does not know.",
		peers: {
			checkov: ["CKV_AWS_304", "CKV2_AWS_57"],
			"cdk-nag": ["AwsSolutions-SMG4"],
			securityHub: ["SecretsManager.1", "SecretsManager.4"],
			prowler: ["secretsmanager_automatic_rotation_enabled"],
		},
	},
	{
		what: "Literal `secretString` of a Secrets Manager version",
		why: "A secret of the program's configuration stands in the inputs of a state in plain text, as a literal does. The two cannot be told apart.",
	},
	{
		what: "Secrets in what Glue jobs, Lightsail containers, Step Functions and spot requests are given",
		why: "They seldom run what people sign in to, and each has its own way to write arguments: a wrong finding is likelier there than a right one. `no-plaintext-secret` looks at ECS, Batch, Lambda, App Runner, Elastic Beanstalk, Amplify, CodeBuild, API Gateway stages and the user data of EC2.",
	},
	{
		what: "Secrets in Kubernetes objects",
		why: "They belong to another provider than AWS's, with references, volumes and operators of its own that decide what is plain text. Tools for Kubernetes know them.",
	},
	{
		what: "Files of variables in S3 (`environmentFiles` of ECS)",
		why: "What they hold is in neither the program nor the state. The rules for secrets leave such a container open and say so.",
	},
	{
		what: "HSTS with `preload`",
		why: "The preload list binds a whole domain, is hard to leave, and is for the domain's owner to decide. `hsts` asks for a long max-age and no more.",
		peers: { checkov: ["CKV_AWS_259"] },
	},
];
