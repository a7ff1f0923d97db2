import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { elsewhere, notApplicable, unknown, type Verdict } from "../../engine/verdict";
import { Listener, LoadBalancer } from "../../facts/kinds";
import { handedOnTo } from "./handed-on";
import { seen } from "./seen";

/** Why the public does not reach a listener, or why that cannot be told; undefined where it does. */
export function unlessPublic(listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(listener, graph);
	if (open) return open;
	for (const loadBalancer of loadBalancers) {
		const verdict = unlessFacingPublic(loadBalancer);
		if (verdict?.verdict === "not-applicable") return unlessThroughAnother(listener, loadBalancer, graph);
		if (verdict) return verdict;
	}
	return undefined;
}

function loadBalancersOf(listener: Resource<ListenerArgs>, graph: ResourceGraph) {
	const arn = seen(listener, "loadBalancerArn");
	const { resources: loadBalancers, state } = graph.follow(listener, arn, LoadBalancer);
	return { loadBalancers, open: state === "unknown" ? unknown(arn) : undefined };
}

function unlessFacingPublic(loadBalancer: Resource<LoadBalancerArgs>): Verdict | undefined {
	const internal = seen(loadBalancer, "internal");
	if (internal.isUnknown) return unknown(internal);
	if (internal.isAbsent && loadBalancer.data.external) return elsewhere("whether its load balancer is internal is not told in this stack");
	return internal.flag ? notApplicable("its load balancer is internal") : undefined;
}

/** An internal load balancer is public after all on the port where a public Network Load Balancer hands requests on to it. */
function unlessThroughAnother(
	listener: Resource<ListenerArgs>,
	internal: Resource<LoadBalancerArgs>,
	graph: ResourceGraph,
): Verdict | undefined {
	const { ways, undecided } = handedOnTo(internal, graph);
	let open: Verdict | undefined = undecided && unknown(undecided);
	for (const { port, groups, state, groupArn } of ways) {
		const differ = differs(port, seen(listener, "port"));
		if (differ === true) continue;
		if (state !== "here")
			open ??= state === "unknown" ? unknown(groupArn) : elsewhere("what hands requests on to its load balancer is not in this stack");
		for (const group of groups) {
			const fronts = graph.referrers(group, Listener, "defaultActions");
			if (fronts.undecided.length > 0 || fronts.resources.length === 0)
				open ??= elsewhere("what hands requests on to its load balancer is not in this stack");
			for (const front of fronts.resources) {
				const verdict = unlessFrontIsPublic(front, graph);
				if (!verdict && differ === false) return undefined;
				if (verdict?.verdict !== "not-applicable") open ??= verdict ?? unknown(port.isUnknown ? port : seen(listener, "port"));
			}
		}
	}
	return open ?? notApplicable("its load balancer is internal");
}

/** The same of the Network Load Balancer in front; one that is only named by its ARN may be internal. */
function unlessFrontIsPublic(front: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(front, graph);
	if (open) return open;
	const [loadBalancer] = loadBalancers;
	return loadBalancer
		? unlessFacingPublic(loadBalancer)
		: elsewhere("the load balancer in front of its load balancer is not in this stack");
}

/** Are these two ports? Undefined where one of them is not known. */
function differs(one: Reading, other: Reading): boolean | undefined {
	return one.isKnown && other.isKnown ? one.number !== other.number : undefined;
}
