import { type Example, resource, UNKNOWN } from "../../engine/example";
import { LambdaFunction } from "../../facts/resource-types";
import { allowListOf, namesOnly } from "./egress/example-filters";

const known = { scalekitHosts: ["acme.scalekit.com"] };
const browsers = { browsersBehindEgress: true };
const where = "firewallPolicy.statefulRuleGroupReferences";

export const examples: readonly Example[] = [
	{
		title: "An allow-list with both hosts",
		verdict: "pass",
		project: known,
		stack: allowListOf([".scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "An allow-list without the fonts",
		verdict: "fail",
		property: where,
		project: known,
		stack: allowListOf([".scalekit.com"]),
	},
	{
		title: "An allow-list with the environment's host alone",
		verdict: "fail",
		property: where,
		project: known,
		stack: allowListOf(["acme.scalekit.com"]),
	},
	{
		title: "A DNS Firewall that answers for both hosts",
		verdict: "pass",
		project: known,
		stack: namesOnly(["*.scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "A DNS Firewall that answers for neither",
		verdict: "fail",
		project: known,
		stack: namesOnly(["acme.scalekit.com"]),
	},
	{
		title: "A DNS Firewall that also inspects where the CDN's CNAME records lead",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: namesOnly(["*.scalekit.com", "fonts.googleapis.com"], "INSPECT_REDIRECTION_DOMAIN"),
	},
	{
		title: "Users' browsers behind an allow-list with both hosts",
		verdict: "pass",
		project: browsers,
		stack: allowListOf(["acme.scalekit.com", "cdn.scalekit.com", ".googleapis.com"]),
	},
	{
		title: "Users' browsers behind an allow-list without Scalekit's static assets",
		verdict: "fail",
		property: where,
		project: browsers,
		stack: allowListOf(["acme.scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "Users' browsers behind a DNS Firewall that resolves the environment's host only",
		verdict: "fail",
		project: browsers,
		stack: namesOnly(["acme.scalekit.com"]),
	},
	{
		title: "Users' browsers behind an allow-list that is unknown until deployment",
		verdict: "undetermined",
		project: browsers,
		stack: allowListOf(UNKNOWN),
	},
	{
		title: "No sign that anything here uses Scalekit",
		verdict: "undetermined",
		reason: "other-stack",
		stack: allowListOf([".amazonaws.com"]),
	},
	{
		title: "No sign that anything here uses Scalekit, and one of the hosts on the list",
		verdict: "undetermined",
		reason: "other-stack",
		stack: allowListOf(["fonts.googleapis.com"]),
	},
	{
		title: "A function in the VPC whose variables are unknown until deployment",
		verdict: "undetermined",
		message: 'environment.variables of Lambda function "callback" is not known until deployment',
		stack: [
			...allowListOf([".amazonaws.com"]),
			resource(LambdaFunction, "callback", {
				role: "arn:aws:iam::123456789012:role/callback",
				vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] },
				environment: { variables: UNKNOWN },
			}),
		],
	},
	{
		title: "Targets unknown until deployment",
		verdict: "undetermined",
		project: known,
		stack: allowListOf(UNKNOWN),
	},
];
