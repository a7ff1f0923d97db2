import type { RuleGroupArgs } from "@pulumi/aws/networkfirewall/ruleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { inOtherStack, notApplicable, type Undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { NetworkFirewallPolicy, NetworkFirewallRuleGroup } from "../../facts/resource-types";
import { allowsEnvironment } from "./egress/egress";

export const networkFirewallAllowsScalekit = stackRule({
	id: "network-firewall-allows-scalekit",
	title: "Network Firewall allow-lists include Scalekit",
	checklistItems: ["D1", "L50"],
	severity: "high",
	since: "1.0.0",
	resources: [NetworkFirewallPolicy, NetworkFirewallRuleGroup],
	why: "Scalekit documents no fixed IP addresses. Behind a domain allow-list, every login, token refresh and key request times out unless the environment's host is on the list.",
	fix: 'Add the environment\'s host to the targets of an ALLOWLIST group whose targetTypes include "TLS_SNI"; ".scalekit.com" matches that domain and its subdomains.',
	whenNotToUse: "Nothing behind this firewall connects to Scalekit.",
	references: [
		{
			title: "AWS Network Firewall, API Reference: RulesSourceList",
			url: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSourceList.html",
		},
		{
			title: "AWS Network Firewall, Developer Guide: Stateful domain list rule groups",
			url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html",
		},
		{
			title: "AWS Network Firewall, Developer Guide: Managing evaluation order for Suricata compatible rules",
			url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html",
		},
		{ title: "Scalekit: Production readiness checklist", url: "https://docs.scalekit.com/authenticate/launch-checklist/" },
	],

	check(resource, { graph, project }) {
		if (resource.is(NetworkFirewallPolicy)) return allowsEnvironment(resource, graph, project);
		return checkGroup(resource as Resource<RuleGroupArgs>, graph);
	},
});

/** A rule group has no effect by itself: it is evaluated with the policy that references it. */
function checkGroup(group: Resource<RuleGroupArgs>, graph: ResourceGraph): Verdict {
	const type = group.read("ruleGroup").read("rulesSource").read("rulesSourceList").read("generatedRulesType");
	if (!type.isUnknown && !type.is("ALLOWLIST")) return notApplicable("it is no allow-list");
	const { groups, undetermined } = graph.memoize(groupsOfPolicies);
	if (groups.has(group)) return notApplicable("evaluated via its firewall policy");
	return undetermined ?? inOtherStack("its firewall policy is not in this stack");
}

/** The rule groups that the stack's policies reference, and why further ones are undetermined. */
function groupsOfPolicies(graph: ResourceGraph): {
	readonly groups: ReadonlySet<Resource>;
	readonly undetermined: Undetermined | undefined;
} {
	const groups = new Set<Resource>();
	let undetermined: Undetermined | undefined;
	for (const policy of graph.all(NetworkFirewallPolicy)) {
		const references = policy.read("firewallPolicy").read("statefulRuleGroupReferences");
		const arns = references.items.map((each) => graph.follow(policy, each.read("resourceArn") as Reading, NetworkFirewallRuleGroup));
		for (const each of arns.flatMap(({ resources }) => resources)) groups.add(each);
		if (references.isUnknown || arns.some((each) => each.state === "unknown"))
			undetermined ??= undeterminedIn("firewall policy", policy, references as Reading);
	}
	return { groups, undetermined };
}
