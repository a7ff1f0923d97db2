import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { notApplicable, type Verdict } from "../../engine/verdict";
import { Distribution, LoadBalancer } from "../../facts/kinds";
import { unknownOf } from "./another-resource";

/** Why a load balancer needs no web ACL of its own: a CloudFront distribution of this stack fetches from it. Undefined where none does. */
export function frontedByCloudFront(balancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict | undefined {
	const name = balancer.output("dnsName").text;
	let hidden: Verdict | undefined;
	for (const distribution of graph.all(Distribution)) {
		const origins = distribution.read("origins") as Reading;
		const isNamed = name !== undefined && origins.leaves.some((leaf) => leaf.text === name);
		if (isNamed || graph.follow(distribution, origins, LoadBalancer).resources.some((each) => each.urn === balancer.urn))
			return notApplicable("CloudFront is in front of it, and its web ACL is judged there");
		// An unknown origin that comes from other resources is theirs.
		const comesFrom = distribution.data.propertyDependencies?.["origins"] ?? [];
		if (origins.hasUnknown && comesFrom.length === 0) hidden ??= unknownOf("CloudFront distribution", distribution, origins);
	}
	return hidden;
}
