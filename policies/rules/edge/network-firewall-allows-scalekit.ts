import type { RuleGroupArgs } from "@pulumi/aws/networkfirewall/ruleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { inOtherStack, notApplicable, type Undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { NetworkFirewallPolicy, NetworkFirewallRuleGroup } from "../../facts/resource-types";
import { allowsEnvironment } from "./egress";

export const networkFirewallAllowsScalekit = stackRule({
	id: "network-firewall-allows-scalekit",
	title: "A Network Firewall allow-list lets Scalekit through",
	checklistItems: ["D1", "L50"],
	severity: "high",
	since: "1.0.0",
	resources: [NetworkFirewallPolicy, NetworkFirewallRuleGroup],
	why: "Scalekit documents no fixed addresses to open, so behind an allow-list of domains every login, token refresh and key fetch ends in a timeout unless the environment's host is on it.",
	fix: 'Add the environment\'s host to the targets of an ALLOWLIST group whose targetTypes hold "TLS_SNI"; ".scalekit.com" covers hosts below that domain alone.',
	whenNotToUse: "Nothing behind this firewall calls Scalekit.",
	references: [
		"AWS Network Firewall, API Reference: RulesSourceList",
		"AWS Network Firewall, Developer Guide: Stateful domain list rule groups",
		"AWS Network Firewall, Developer Guide: Managing evaluation order for Suricata compatible rules",
		"Scalekit documentation: Launch checklist",
	],

	check(resource, { graph, project }) {
		if (resource.is(NetworkFirewallPolicy)) return allowsEnvironment(resource, graph, project);
		return resource.is(NetworkFirewallRuleGroup) ? withoutPolicy(resource, graph) : notApplicable("not part of a firewall");
	},
});

/** A rule group filters nothing by itself: the policy that holds it is judged. */
function withoutPolicy(group: Resource<RuleGroupArgs>, graph: ResourceGraph): Verdict {
	const type = group.read("ruleGroup").read("rulesSource").read("rulesSourceList").read("generatedRulesType");
	if (!type.isUnknown && !type.is("ALLOWLIST")) return notApplicable("it is no list of allowed domains");
	const { held, unclear } = graph.memoize(heldByPolicies);
	if (held.has(group)) return notApplicable("it is judged with the firewall policy that holds it");
	return unclear ?? inOtherStack("the firewall policy that holds it is not in this stack");
}

/** The rule groups that the stack's policies hold, and why one of those policies does not tell all of its groups. */
function heldByPolicies(graph: ResourceGraph): { readonly held: ReadonlySet<Resource>; readonly unclear: Undetermined | undefined } {
	const held = new Set<Resource>();
	let unclear: Undetermined | undefined;
	for (const policy of graph.all(NetworkFirewallPolicy)) {
		const references = policy.read("firewallPolicy").read("statefulRuleGroupReferences");
		const arns = references.items.map((each) => graph.follow(policy, each.read("resourceArn") as Reading, NetworkFirewallRuleGroup));
		for (const each of arns.flatMap(({ resources }) => resources)) held.add(each);
		if (references.isUnknown || arns.some((each) => each.state === "unknown"))
			unclear ??= undeterminedIn("firewall policy", policy, references as Reading);
	}
	return { held, unclear };
}
