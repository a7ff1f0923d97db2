import { stackRule } from "../../engine/rule";
import { DnsFirewallRuleGroup } from "../../facts/resource-types";
import { allowsEnvironment } from "./egress";

export const dnsFirewallAllowsScalekit = stackRule({
	id: "dns-firewall-allows-scalekit",
	title: "A DNS Firewall allow-list lets Scalekit through",
	checklistItems: ["D1", "L50"],
	severity: "high",
	since: "1.0.0",
	resources: [DnsFirewallRuleGroup],
	why: "Where a last rule blocks every name, the Scalekit host does not even resolve unless an earlier rule lets it through, and every login fails.",
	fix: 'Put an ALLOW rule with firewallDomainRedirectionAction "TRUST_REDIRECTION_DOMAIN" and a list with the environment\'s host before the rule that blocks; "*.scalekit.com" covers hosts below that domain alone.',
	whenNotToUse: "Nothing in the VPCs of this rule group calls Scalekit.",
	references: [
		"Amazon Route 53, Developer Guide: Rule settings in DNS Firewall",
		"Amazon Route 53, Developer Guide: Managing your own domain lists",
		"Scalekit documentation: Launch checklist",
	],

	check(group, { graph, project }) {
		return allowsEnvironment(group, graph, project);
	},
});
