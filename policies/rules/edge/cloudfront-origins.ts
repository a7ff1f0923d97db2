import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { notApplicable, type Undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { Distribution, LoadBalancer } from "../../facts/resource-types";

/** Why a load balancer needs no web ACL of its own: a CloudFront distribution of this stack fetches from it. Undefined where none does. */
export function frontedByCloudFront(balancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { names, urns, hidden } = graph.memoize(originsHere);
	const name = balancer.output("dnsName").text;
	if (urns.has(balancer.urn) || (name !== undefined && names.has(name)))
		return notApplicable("CloudFront is in front of it, and its web ACL is judged there");
	return hidden;
}

/** What the stack's distributions fetch from: the texts in their origins, the load balancers that these come from, and why one cannot be seen. */
function originsHere(graph: ResourceGraph): { names: ReadonlySet<string>; urns: ReadonlySet<string>; hidden: Undetermined | undefined } {
	const names = new Set<string>();
	const urns = new Set<string>();
	let hidden: Undetermined | undefined;
	for (const distribution of graph.all(Distribution)) {
		const origins = distribution.read("origins") as Reading;
		for (const leaf of origins.leaves) if (leaf.text !== undefined) names.add(leaf.text);
		for (const each of graph.follow(distribution, origins, LoadBalancer).resources) urns.add(each.urn);
		// An unknown origin that comes from other resources is theirs.
		const comesFrom = distribution.data.propertyDependencies?.["origins"] ?? [];
		if (origins.hasUnknown && comesFrom.length === 0) hidden ??= undeterminedIn("CloudFront distribution", distribution, origins);
	}
	return { names, urns, hidden };
}
