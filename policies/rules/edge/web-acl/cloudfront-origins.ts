import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { notApplicable, type Undetermined, undeterminedIn, type Verdict } from "../../../engine/verdict";
import { Distribution, LoadBalancer } from "../../../facts/resource-types";

/** Not applicable if a CloudFront distribution of this stack is in front of the load balancer; undefined if none is. */
export function behindCloudFront(balancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { texts, urns, unknown } = graph.memoize(originsIn);
	const name = balancer.output("dnsName").text;
	if (urns.has(balancer.urn) || (name !== undefined && texts.has(name)))
		return notApplicable("it is an origin of a CloudFront distribution, whose web ACL is evaluated instead");
	return unknown;
}

interface Origins {
	/** The strings in the origins of all distributions. */
	readonly texts: ReadonlySet<string>;
	/** The URNs of the load balancers that origins reference. */
	readonly urns: ReadonlySet<string>;
	readonly unknown: Undetermined | undefined;
}

function originsIn(graph: ResourceGraph): Origins {
	const texts = new Set<string>();
	const urns = new Set<string>();
	let unknown: Undetermined | undefined;
	for (const distribution of graph.all(Distribution)) {
		const origins = distribution.read("origins") as Reading;
		for (const text of origins.leaves.flatMap((leaf) => leaf.text ?? [])) texts.add(text);
		for (const each of graph.follow(distribution, origins, LoadBalancer).resources) urns.add(each.urn);
		// An unknown origin with dependencies is one of those resources.
		const dependencies = distribution.data.propertyDependencies?.["origins"] ?? [];
		if (origins.hasUnknown && dependencies.length === 0) unknown ??= undeterminedIn("CloudFront distribution", distribution, origins);
	}
	return { texts, urns, unknown };
}
