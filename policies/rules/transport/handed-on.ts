import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup";
import type { Reference, ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { LoadBalancer, TargetGroup, TargetGroupAttachment } from "../../facts/resource-types";
import { seen } from "./seen";

/** A port of a load balancer that target groups hand requests on to. */
export interface Way {
	readonly port: Reading;
	readonly groupArn: Reading;
	readonly groups: readonly Resource<TargetGroupArgs>[];
	readonly state: Reference["state"];
}

interface Ways {
	readonly of: ReadonlyMap<string, readonly Way[]>;
	/** The target of an attachment that may be any load balancer. */
	readonly undecided: Reading | undefined;
}

/** The ways by which other load balancers hand requests on to this one: AWS page "Use Application Load Balancers as targets of a Network Load Balancer". */
export function handedOnTo(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph) {
	const { of, undecided } = graph.memoize(allWays);
	return { ways: of.get(loadBalancer.urn) ?? [], undecided };
}

function allWays(graph: ResourceGraph): Ways {
	const of = new Map<string, Way[]>();
	let undecided: Reading | undefined;
	for (const attachment of graph.all(TargetGroupAttachment)) {
		const target = attachment.read("targetId");
		const groupArn = attachment.read("targetGroupArn");
		const { resources: groups, state } = graph.follow(attachment, groupArn, TargetGroup);
		const link = graph.follow(attachment, target, LoadBalancer);
		const types = groups.map((group) => seen(group, "targetType"));
		const ofLoadBalancers = types.length === 0 || types.some((type) => type.is("alb") || type.isUnknown);
		if (link.state === "unknown" && ofLoadBalancers) undecided ??= target;
		const [group] = groups;
		const own = attachment.read("port");
		const port: Reading = own.isAbsent && group ? seen(group, "port") : own;
		for (const { urn } of link.resources) {
			const ways = of.get(urn) ?? [];
			ways.push({ port, groupArn, groups, state });
			of.set(urn, ways);
		}
	}
	return { of, undecided };
}
