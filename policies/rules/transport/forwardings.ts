import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup";
import type { Reference, ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { LoadBalancer, TargetGroup, TargetGroupAttachment } from "../../facts/resource-types";
import { visibleValue } from "./visible-value";

/** A port of a load balancer that is a target of target groups. */
export interface Forwarding {
	readonly port: Reading;
	readonly groupArn: Reading;
	readonly groups: readonly Resource<TargetGroupArgs>[];
	readonly state: Reference["state"];
}

interface Forwardings {
	readonly byTarget: ReadonlyMap<string, readonly Forwarding[]>;
	/** The unknown target of an attachment, which may be any load balancer. */
	readonly unknownTarget: Reading | undefined;
}

/** How Network Load Balancers forward requests to this load balancer (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html). */
export function forwardingsTo(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph) {
	const { byTarget, unknownTarget } = graph.memoize(findForwardings);
	return { forwardings: byTarget.get(loadBalancer.urn) ?? [], unknownTarget };
}

function findForwardings(graph: ResourceGraph): Forwardings {
	const byTarget = new Map<string, Forwarding[]>();
	let unknownTarget: Reading | undefined;
	for (const attachment of graph.all(TargetGroupAttachment)) {
		const target = attachment.read("targetId");
		const groupArn = attachment.read("targetGroupArn");
		const { resources: groups, state } = graph.follow(attachment, groupArn, TargetGroup);
		const reference = graph.follow(attachment, target, LoadBalancer);
		const types = groups.map((group) => visibleValue(group, "targetType"));
		const mayBeLoadBalancer = types.length === 0 || types.some((type) => type.is("alb") || type.isUnknown);
		if (reference.state === "unknown" && mayBeLoadBalancer) unknownTarget ??= target;
		const [group] = groups;
		const own = attachment.read("port");
		const port: Reading = own.isAbsent && group ? visibleValue(group, "port") : own;
		for (const { urn } of reference.resources) {
			const forwardings = byTarget.get(urn) ?? [];
			forwardings.push({ port, groupArn, groups, state });
			byTarget.set(urn, forwardings);
		}
	}
	return { byTarget, unknownTarget };
}
