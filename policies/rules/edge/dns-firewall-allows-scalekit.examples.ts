import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import {
	DnsFirewallAssociation,
	DnsFirewallDomainList,
	DnsFirewallRule,
	DnsFirewallRuleGroup,
	LambdaFunction,
} from "../../facts/resource-types";

const known = { scalekitHosts: ["acme.scalekit.com"] };
const egress = resource(DnsFirewallRuleGroup, "egress", { name: "egress" });
const list = (name: string, domains: unknown) => resource(DnsFirewallDomainList, name, { name, domains });
const rule = (name: string, action: unknown, of: string, priority: unknown, more: object = {}) =>
	resource(DnsFirewallRule, name, {
		action,
		priority,
		firewallDomainListId: ref(of, "id"),
		firewallRuleGroupId: ref("egress", "id"),
		...(action === "BLOCK" ? { blockResponse: "NXDOMAIN" } : {}),
		...more,
	});
const trusting = { firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" };
const blockAll = [rule("block-all", "BLOCK", "everything", 1000), list("everything", ["*"])];
const otherGroup = [
	resource(DnsFirewallRuleGroup, "vendors", { name: "vendors" }),
	rule("vendors-allow", "ALLOW", "vendor-names", 10, { ...trusting, firewallRuleGroupId: ref("vendors", "id") }),
	list("vendor-names", ["*.scalekit.com"]),
];
const associated = (group: string, priority: unknown, vpcId: unknown = "vpc-0a1b2c3d", name = `${group}-vpc`) =>
	resource(DnsFirewallAssociation, name, { firewallRuleGroupId: ref(group, "id"), priority, vpcId });
const inFront = (priority: unknown, vpcId?: unknown) => [...otherGroup, associated("egress", 300), associated("vendors", priority, vpcId)];
const vpc = (name: string) => ({ type: "aws:ec2/vpc:Vpc", name, inputs: { cidrBlock: "10.0.0.0/16" } });
const BY_PRIORITY = 'rule group "vendors" may allow it first; the priorities of the VPC\'s associations decide';

export const examples: readonly Example[] = [
	{
		title: "A rule that lets every Scalekit host through before all is blocked",
		verdict: "pass",
		project: known,
		stack: [
			egress,
			rule("vendors", "ALLOW", "allowed", 100, trusting),
			list("allowed", ["*.amazonaws.com.", "*.scalekit.com."]),
			...blockAll,
		],
	},
	{
		title: "The host by itself",
		verdict: "pass",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), list("allowed", ["acme.scalekit.com"]), ...blockAll],
	},
	{
		title: "No rule lets the host through before all is blocked",
		verdict: "fail",
		project: known,
		stack: [egress, rule("aws", "ALLOW", "allowed", 100, trusting), list("allowed", ["*.amazonaws.com"]), ...blockAll],
	},
	{
		title: "The apex, which covers only itself",
		verdict: "fail",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), list("allowed", ["scalekit.com"]), ...blockAll],
	},
	{
		title: "A leading dot, which means nothing to DNS Firewall",
		verdict: "fail",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), list("allowed", [".scalekit.com"]), ...blockAll],
	},
	{
		title: "A rule that allows Scalekit only after all is blocked",
		verdict: "fail",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 2000, trusting), list("allowed", ["*.scalekit.com"]), ...blockAll],
	},
	{
		title: "A list that is blocked and names the host",
		verdict: "fail",
		message: 'listed by rule "blocked"',
		project: known,
		stack: [egress, rule("blocked", "BLOCK", "names", 100), list("names", ["acme.scalekit.com"])],
	},
	{
		title: "Names that are blocked, and no last rule that blocks the rest",
		verdict: "not-applicable",
		project: known,
		stack: [egress, rule("blocked", "BLOCK", "names", 100), list("names", ["*.example.net"])],
	},
	{
		title: "A last rule that only alerts",
		verdict: "pass",
		project: known,
		stack: [egress, rule("alert-all", "ALERT", "everything", 1000), list("everything", ["*"])],
	},
	{
		title: "A rule that blocks only look-ups of another record type",
		verdict: "not-applicable",
		project: known,
		stack: [egress, rule("no-text", "BLOCK", "everything", 100, { qType: "TXT" }), list("everything", ["*"])],
	},
	{
		title: "A threat protection rule before the one that allows Scalekit",
		verdict: "pass",
		project: known,
		stack: [
			egress,
			resource(DnsFirewallRule, "tunnels", {
				action: "BLOCK",
				blockResponse: "NXDOMAIN",
				dnsThreatProtection: "DNS_TUNNELING",
				confidenceThreshold: "HIGH",
				firewallRuleGroupId: ref("egress", "id"),
				priority: 10,
			}),
			rule("vendors", "ALLOW", "allowed", 100, trusting),
			list("allowed", ["*.scalekit.com"]),
			...blockAll,
		],
	},
	{
		title: "A rule that also inspects where CNAME records lead, as it does by default",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100), list("allowed", ["*.scalekit.com"]), ...blockAll],
	},
	{
		title: "A list of AWS or of another stack that is blocked first",
		verdict: "undetermined",
		reason: "other-stack",
		project: known,
		stack: [
			egress,
			rule("malware", "BLOCK", "allowed", 10, { firewallDomainListId: "rslvr-fdl-0123456789abcdef0" }),
			rule("vendors", "ALLOW", "allowed", 100, trusting),
			list("allowed", ["*.scalekit.com"]),
			...blockAll,
		],
	},
	{
		title: "A rule group whose rules are in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		message: 'the rules of rule group "egress" are not in this stack',
		project: known,
		stack: [egress],
	},
	{
		title: "Another rule group allows Scalekit first in the same VPC",
		verdict: "pass",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200)],
	},
	{
		title: "Another rule group would allow Scalekit, but is evaluated later",
		verdict: "fail",
		project: known,
		stack: [egress, ...blockAll, ...inFront(400)],
	},
	{
		title: "Another rule group allows Scalekit in another VPC, which may be the workloads'",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200, "vpc-9z8y7x6w")],
	},
	{
		title: "One rule group allows Scalekit in another VPC, and one first in the same VPC",
		verdict: "pass",
		project: known,
		stack: [
			egress,
			...blockAll,
			resource(DnsFirewallRuleGroup, "lab", { name: "lab" }),
			rule("lab-alert", "ALERT", "everything", 10, { firewallRuleGroupId: ref("lab", "id") }),
			associated("lab", 200, "vpc-9z8y7x6w"),
			...inFront(200),
		],
	},
	{
		title: "One rule group that allows the Scalekit host later in the same VPC, and one in another VPC",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			egress,
			...blockAll,
			resource(DnsFirewallRuleGroup, "lab", { name: "lab" }),
			rule("lab-alert", "ALERT", "everything", 10, { firewallRuleGroupId: ref("lab", "id") }),
			associated("lab", 400),
			...inFront(200, "vpc-9z8y7x6w"),
		],
	},
	{
		title: "Another rule group allows Scalekit in a VPC that is unknown until deployment",
		verdict: "undetermined",
		reason: "not-decidable",
		message: BY_PRIORITY,
		project: known,
		stack: [egress, ...blockAll, ...inFront(200, UNKNOWN)],
	},
	{
		title: "Another rule group that allows the Scalekit host first in the same VPC, which this stack creates",
		verdict: "pass",
		project: known,
		stack: [
			egress,
			...blockAll,
			...otherGroup,
			vpc("main"),
			associated("egress", 300, ref("main", "id")),
			associated("vendors", 200, ref("main", "id")),
		],
	},
	{
		title: "Another rule group that allows the Scalekit host in a second VPC, which this stack creates as well",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			egress,
			...blockAll,
			...otherGroup,
			vpc("main"),
			vpc("lab"),
			associated("egress", 300, ref("main", "id")),
			associated("vendors", 200, ref("lab", "id")),
		],
	},
	{
		title: "Another rule group that allows the Scalekit host first in two VPCs, one of them the same",
		verdict: "pass",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200), associated("vendors", 200, "vpc-9z8y7x6w", "vendors-lab")],
	},
	{
		title: "Another rule group that allows the Scalekit host, with an association priority unknown until deployment",
		verdict: "undetermined",
		reason: "not-decidable",
		message: BY_PRIORITY,
		project: known,
		stack: [egress, ...blockAll, ...inFront(UNKNOWN)],
	},
	{
		title: "Another rule group that allows the Scalekit host and is associated in another stack",
		verdict: "undetermined",
		reason: "not-decidable",
		message: BY_PRIORITY,
		project: known,
		stack: [egress, ...blockAll, ...otherGroup, associated("egress", 300)],
	},
	{
		title: "A rule group associated in another stack, with one that allows the Scalekit host associated here",
		verdict: "undetermined",
		reason: "not-decidable",
		message: BY_PRIORITY,
		project: known,
		stack: [egress, ...blockAll, ...otherGroup, associated("vendors", 200)],
	},
	{
		title: "An association whose rule group is unknown until deployment",
		verdict: "undetermined",
		reason: "not-decidable",
		message: BY_PRIORITY,
		project: known,
		stack: [
			egress,
			...blockAll,
			...inFront(400),
			resource(DnsFirewallAssociation, "first-vpc", { firewallRuleGroupId: UNKNOWN, priority: 200, vpcId: "vpc-0a1b2c3d" }),
		],
	},
	{
		title: "A rule group of another stack that is evaluated first in the same VPC",
		verdict: "undetermined",
		reason: "other-stack",
		message: 'the rules of rule group "shared" are not in this stack',
		project: known,
		stack: [
			egress,
			...blockAll,
			{ ...resource(DnsFirewallRuleGroup, "shared", {}), external: true },
			associated("egress", 300),
			associated("shared", 200),
		],
	},
	...(
		[
			["first in the same VPC", "undetermined", 200, undefined],
			["first, with a priority unknown until deployment", "undetermined", UNKNOWN, undefined],
			["later in the same VPC", "fail", 400, undefined],
			["first in another VPC", "fail", 200, "vpc-9z8y7x6w"],
		] as const
	).map(
		([order, verdict, priority, vpcId = "vpc-0a1b2c3d"]): Example => ({
			title: `A shared rule group of another account that is evaluated ${order}`,
			verdict,
			reason: "other-stack",
			message:
				verdict === "fail"
					? "blocks DNS queries"
					: 'the rule group of association "shared-vpc" is not in this stack, and may allow it first',
			project: known,
			stack: [
				egress,
				...blockAll,
				associated("egress", 300),
				associated("egress", 300, "vpc-5e6f7a8b", "egress-lab"),
				resource(DnsFirewallAssociation, "shared-vpc", { firewallRuleGroupId: "rslvr-frg-0123456789abcdef", priority, vpcId }),
			],
		}),
	),
	{
		title: "Another rule group that is evaluated first and blocks only other names",
		verdict: "fail",
		project: known,
		stack: [
			egress,
			...blockAll,
			resource(DnsFirewallRuleGroup, "malware", { name: "malware" }),
			rule("malware-block", "BLOCK", "malware-names", 10, { firewallRuleGroupId: ref("malware", "id") }),
			list("malware-names", ["*.example.net"]),
			associated("egress", 300),
			associated("malware", 200),
		],
	},
	{
		title: "A rule that blocks queries for IPv4 addresses, by the number of the record type",
		verdict: "fail",
		project: known,
		stack: [egress, rule("no-addresses", "BLOCK", "everything", 100, { qType: "TYPE1" }), list("everything", ["*"])],
	},
	{
		title: "A domain list that the stack only reads",
		verdict: "undetermined",
		reason: "other-stack",
		message: 'the content of domain list "allowed" is not in this stack',
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), { ...list("allowed", undefined), external: true }, ...blockAll],
	},
	...["action", "qType", "firewallDomainListId", "firewallDomainRedirectionAction", "firewallRuleGroupId", "priority"].map(
		(property): Example => ({
			title: `A rule whose ${property} is unknown until deployment`,
			verdict: "undetermined",
			message: `${property} of rule "vendors" is not known until deployment`,
			project: known,
			stack: [
				egress,
				rule("vendors", "ALLOW", "allowed", 100, { ...trusting, [property]: UNKNOWN }),
				list("allowed", ["*.scalekit.com"]),
				...blockAll,
			],
		}),
	),
	{
		title: "Domains unknown until deployment",
		verdict: "undetermined",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), list("allowed", UNKNOWN), ...blockAll],
	},
	{
		title: "No environment named, and no sign that anything here uses Scalekit",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [egress, rule("aws", "ALLOW", "allowed", 100, trusting), list("allowed", ["*.amazonaws.com"]), ...blockAll],
	},
	{
		title: "A function in the VPC whose variable names the host that is blocked",
		verdict: "fail",
		stack: [
			egress,
			...blockAll,
			resource(LambdaFunction, "callback", {
				role: "arn:aws:iam::123456789012:role/callback",
				vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] },
				environment: { variables: { SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" } },
			}),
		],
	},
];
