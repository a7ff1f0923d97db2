import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { DnsFirewallAssociation } from "../../facts/resource-types";

type Answer = "yes" | "no" | "unclear";

/**
 * Is one DNS Firewall rule group asked before another, in every VPC that has the other? A VPC asks the association with the smaller
 * priority first. `apart` where no VPC has both.
 */
export function askedBefore(first: Resource, then: Resource, graph: ResourceGraph): Answer | "apart" {
	const of = (group: Resource) => graph.referrers(group, DnsFirewallAssociation, "firewallRuleGroupId");
	const earlier = of(first);
	const later = of(then);
	if (earlier.possible.length > 0 || later.resources.length === 0) return "unclear";
	const pairs = earlier.resources.flatMap((early) => later.resources.map((late) => sameVpc(early, late)));
	if (pairs.length > 0 && pairs.every((each) => each === "no")) return "apart";
	const answers = later.resources.map((late): Answer => {
		const each = earlier.resources.map((early) => both(sameVpc(early, late), smaller(early, late)));
		return each.includes("yes") ? "yes" : each.includes("unclear") ? "unclear" : "no";
	});
	return answers.includes("no") ? "no" : answers.includes("unclear") ? "unclear" : "yes";
}

type Association = ReturnType<typeof associations>[number];
const associations = (graph: ResourceGraph) => graph.all(DnsFirewallAssociation);

function sameVpc(a: Association, b: Association): Answer {
	const [one, other] = [a.read("vpcId").text, b.read("vpcId").text];
	if (one !== undefined && other !== undefined) return one === other ? "yes" : "no";
	const [from, and] = [a, b].map((each) => each.data.propertyDependencies?.["vpcId"] ?? []);
	if (from?.length !== 1 || and?.length !== 1) return "unclear";
	return from[0] === and[0] ? "yes" : "unclear";
}

function smaller(a: Association, b: Association): Answer {
	const [one, other] = [a.read("priority").number, b.read("priority").number];
	return one === undefined || other === undefined ? "unclear" : one < other ? "yes" : "no";
}

function both(a: Answer, b: Answer): Answer {
	return a === "no" || b === "no" ? "no" : a === "yes" && b === "yes" ? "yes" : "unclear";
}
