import { type ExampleResource, ref, resource } from "../../../engine/example";
import {
	DnsFirewallDomainList,
	DnsFirewallRule,
	DnsFirewallRuleGroup,
	NetworkFirewallPolicy,
	NetworkFirewallRuleGroup,
} from "../../../facts/resource-types";

/** A Network Firewall that lets only these domains through. */
export function allowListOf(targets: unknown): ExampleResource[] {
	return [
		resource(NetworkFirewallPolicy, "egress", {
			firewallPolicy: {
				statelessDefaultActions: ["aws:forward_to_sfe"],
				statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
				statefulRuleGroupReferences: [{ resourceArn: ref("allowed") }],
			},
		}),
		resource(NetworkFirewallRuleGroup, "allowed", {
			type: "STATEFUL",
			capacity: 100,
			ruleGroup: { rulesSource: { rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI", "HTTP_HOST"], targets } } },
		}),
	];
}

/** A DNS Firewall that answers for these domains only. */
export function namesOnly(domains: unknown, firewallDomainRedirectionAction = "TRUST_REDIRECTION_DOMAIN"): ExampleResource[] {
	const firewallRuleGroupId = ref("resolver", "id");
	return [
		resource(DnsFirewallRuleGroup, "resolver", { name: "resolver" }),
		resource(DnsFirewallRule, "allow", {
			action: "ALLOW",
			priority: 100,
			firewallDomainListId: ref("names", "id"),
			firewallRuleGroupId,
			firewallDomainRedirectionAction,
		}),
		resource(DnsFirewallRule, "block-all", {
			action: "BLOCK",
			blockResponse: "NXDOMAIN",
			priority: 200,
			firewallDomainListId: ref("everything", "id"),
			firewallRuleGroupId,
		}),
		resource(DnsFirewallDomainList, "names", { name: "names", domains }),
		resource(DnsFirewallDomainList, "everything", { name: "everything", domains: ["*"] }),
	];
}
