import { stackRule } from "../../engine/rule";
import { DnsFirewallRuleGroup } from "../../facts/resource-types";
import { allowsEnvironment } from "./egress/egress";

export const dnsFirewallAllowsScalekit = stackRule({
	id: "dns-firewall-allows-scalekit",
	title: "DNS Firewall allow-lists include Scalekit",
	checklistItems: ["D1", "L50"],
	severity: "high",
	since: "1.0.0",
	resources: [DnsFirewallRuleGroup],
	why: "If the last rule blocks every name, the Scalekit host does not resolve unless an earlier rule allows it, and every login fails.",
	fix: 'Add an ALLOW rule with firewallDomainRedirectionAction "TRUST_REDIRECTION_DOMAIN" and a list with the environment\'s host before the rule that blocks; "*.scalekit.com" matches subdomains of that domain only.',
	whenNotToUse: "Nothing in the VPCs of this rule group connects to Scalekit.",
	references: [
		{
			title: "Amazon Route 53, Developer Guide: Rule settings in DNS Firewall",
			url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html",
		},
		{
			title: "Amazon Route 53, Developer Guide: Managing your own domain lists",
			url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-user-managed-domain-lists.html",
		},
		{ title: "Scalekit: Production readiness checklist", url: "https://docs.scalekit.com/authenticate/launch-checklist/" },
	],

	check(group, { graph, project }) {
		return allowsEnvironment(group, graph, project);
	},
});
