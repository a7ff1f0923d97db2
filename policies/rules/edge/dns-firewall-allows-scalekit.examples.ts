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
const inFront = (priority: number, vpcId = "vpc-0a1b2c3d") => [
	resource(DnsFirewallRuleGroup, "vendors", { name: "vendors" }),
	rule("vendors-allow", "ALLOW", "vendor-names", 10, { ...trusting, firewallRuleGroupId: ref("vendors", "id") }),
	list("vendor-names", ["*.scalekit.com"]),
	resource(DnsFirewallAssociation, "egress-vpc", {
		firewallRuleGroupId: ref("egress", "id"),
		priority: 300,
		vpcId: "vpc-0a1b2c3d",
	}),
	resource(DnsFirewallAssociation, "vendors-vpc", { firewallRuleGroupId: ref("vendors", "id"), priority, vpcId }),
];

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
		title: "A rule that lets Scalekit through only after all is blocked",
		verdict: "fail",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 2000, trusting), list("allowed", ["*.scalekit.com"]), ...blockAll],
	},
	{
		title: "A list that is blocked and names the host",
		verdict: "fail",
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
		title: "A threat protection rule before the one that lets Scalekit through",
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
		project: known,
		stack: [egress],
	},
	{
		title: "Another rule group lets Scalekit through first in the same VPC",
		verdict: "pass",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200)],
	},
	{
		title: "Another rule group would let Scalekit through, but is asked later",
		verdict: "fail",
		project: known,
		stack: [egress, ...blockAll, ...inFront(400)],
	},
	{
		title: "Another rule group lets Scalekit through in another VPC, which may be the workloads'",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200, "vpc-9z8y7x6w")],
	},
	{
		title: "One rule group lets Scalekit through in another VPC, and one first in the same VPC",
		verdict: "pass",
		project: known,
		stack: [
			egress,
			...blockAll,
			resource(DnsFirewallRuleGroup, "lab", { name: "lab" }),
			rule("lab-alert", "ALERT", "everything", 10, { firewallRuleGroupId: ref("lab", "id") }),
			resource(DnsFirewallAssociation, "lab-vpc", { firewallRuleGroupId: ref("lab", "id"), priority: 200, vpcId: "vpc-9z8y7x6w" }),
			...inFront(200),
		],
	},
	{
		title: "Another rule group lets Scalekit through in a VPC that is not known before the update",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [egress, ...blockAll, ...inFront(200, UNKNOWN)],
	},
	{
		title: "Domains not known before the update",
		verdict: "undetermined",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", 100, trusting), list("allowed", UNKNOWN), ...blockAll],
	},
	{
		title: "A priority not known before the update",
		verdict: "undetermined",
		project: known,
		stack: [egress, rule("vendors", "ALLOW", "allowed", UNKNOWN, trusting), list("allowed", ["*.scalekit.com"]), ...blockAll],
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
