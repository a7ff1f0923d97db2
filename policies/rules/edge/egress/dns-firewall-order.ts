import { type Answer, every, some } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import { notDecidable } from "../../../engine/verdict";
import { DnsFirewallAssociation, DnsFirewallRuleGroup } from "../../../facts/resource-types";

/**
 * Whether one DNS Firewall rule group is evaluated before another in every VPC with the other group: a VPC evaluates its
 * associations by ascending priority. `different VPCs` if no VPC has both.
 *
 * Source: Amazon Route 53 Developer Guide, DNS Firewall rule groups and rules
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-groups.html).
 */
export function evaluatedBefore(first: Resource, then: Resource, graph: ResourceGraph): Answer | "different VPCs" {
	const associationsOf = (group: Resource) => graph.referrers(group, DnsFirewallAssociation, "firewallRuleGroupId");
	const earlier = associationsOf(first);
	const later = associationsOf(then);
	const unclear = notDecidable(undefined, `rule group "${first.name}" may allow it first; the priorities of the VPC's associations decide`);
	// Without an association in this stack, a group is associated in another one, if at all.
	const isShown = earlier.resources.length > 0 && later.resources.length > 0 && earlier.possible.length === 0;
	if (!isShown) return unclear;
	const pairs = earlier.resources.flatMap((early) => later.resources.map((late) => inSameVpc(early, late)));
	if (pairs.every((each) => each === false)) return "different VPCs";
	return every(
		later.resources.map((late) =>
			some(earlier.resources.map((early) => every([inSameVpc(early, late), hasLowerPriority(early, late)].map((each) => each ?? unclear)))),
		),
	);
}

/** An association of a rule group that is not in this stack, if it may be evaluated before a rule group in one of its VPCs. */
export function sharedBefore(group: Resource, graph: ResourceGraph): Association | undefined {
	const { resources, possible } = graph.referrers(group, DnsFirewallAssociation, "firewallRuleGroupId");
	return graph.all(DnsFirewallAssociation).find((each) => {
		const isShown = graph.follow(each, each.read("firewallRuleGroupId"), DnsFirewallRuleGroup).resources.length > 0;
		return (
			!isShown && [...resources, ...possible].some((late) => inSameVpc(each, late) !== false && hasLowerPriority(each, late) !== false)
		);
	});
}

type Association = ReturnType<typeof associations>[number];
const associations = (graph: ResourceGraph) => graph.all(DnsFirewallAssociation);

/** Undefined if a VPC is unknown. */
function inSameVpc(a: Association, b: Association): boolean | undefined {
	const [one, other] = [a.read("vpcId").text, b.read("vpcId").text];
	if (one !== undefined && other !== undefined) return one === other;
	const [ofA, ofB] = [a, b].map((each) => each.data.propertyDependencies?.["vpcId"] ?? []);
	return ofA?.length === 1 && ofB?.length === 1 && ofA[0] === ofB[0] ? true : undefined;
}

/** Undefined if a priority is unknown. */
function hasLowerPriority(a: Association, b: Association): boolean | undefined {
	const [one, other] = [a.read("priority").number, b.read("priority").number];
	return one === undefined || other === undefined ? undefined : one < other;
}
