import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { inOtherStack, likelyFailsInOtherStack, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, LoadBalancer } from "../../facts/resource-types";
import { type Forwarding, forwardingsTo } from "./forwardings";
import { visibleValue } from "./visible-value";

/** The verdicts on a listener; a failure counts only if the listener is internet-facing. */
export function ifInternetFacing(listener: Resource<ListenerArgs>, graph: ResourceGraph, verdicts: readonly Verdict[]): readonly Verdict[] {
	const notPublic = whyNotPublic(listener, graph);
	if (!notPublic) return verdicts;
	const fails = verdicts.some(({ verdict }) => verdict === "fail");
	if (fails && notPublic.verdict === "undetermined" && notPublic.reason === "other-stack")
		return [likelyFailsInOtherStack(notPublic.message)];
	return fails || notPublic.verdict === "not-applicable" ? [notPublic] : verdicts;
}

/** Why a listener is not internet-facing, or why that is undetermined; undefined if it is. */
function whyNotPublic(listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(listener, graph);
	if (open) return open;
	for (const loadBalancer of loadBalancers) {
		const verdict = whyInternal(loadBalancer);
		if (verdict?.verdict === "not-applicable") return unlessForwardedTo(listener, loadBalancer, graph);
		if (verdict) return verdict;
	}
	return undefined;
}

function loadBalancersOf(listener: Resource<ListenerArgs>, graph: ResourceGraph) {
	const arn = visibleValue(listener, "loadBalancerArn");
	const { resources: loadBalancers, state } = graph.follow(listener, arn, LoadBalancer);
	const open =
		state === "unknown"
			? undetermined(arn)
			: state === "other-stack"
				? inOtherStack("its load balancer is not in this stack and may be internal")
				: undefined;
	return { loadBalancers, open };
}

function whyInternal(loadBalancer: Resource<LoadBalancerArgs>): Verdict | undefined {
	const internal = visibleValue(loadBalancer, "internal");
	if (internal.isUnknown) return undetermined(internal);
	if (internal.isAbsent && loadBalancer.data.external)
		return inOtherStack("this stack does not show whether its load balancer is internal");
	return internal.flag ? notApplicable("its load balancer is internal") : undefined;
}

/** An internal load balancer is internet-facing on a port to which a public Network Load Balancer forwards requests. */
function unlessForwardedTo(
	listener: Resource<ListenerArgs>,
	internal: Resource<LoadBalancerArgs>,
	graph: ResourceGraph,
): Verdict | undefined {
	const port = visibleValue(listener, "port");
	const { forwardings, unknownTarget } = forwardingsTo(internal, graph);
	const reasons: Verdict[] = unknownTarget ? [undetermined(unknownTarget)] : [];
	for (const forwarding of forwardings) {
		if (forwarding.port.isKnown && port.isKnown && forwarding.port.number !== port.number) continue;
		const unknown = [forwarding.port, port].find((each) => each.isUnknown);
		const fronts = frontsOf(forwarding, graph).map((front) => front ?? (unknown && undetermined(unknown)));
		if (fronts.includes(undefined)) return undefined;
		reasons.push(...fronts.flatMap((front) => front ?? []));
	}
	return reasons.find(({ verdict }) => verdict === "undetermined") ?? notApplicable("its load balancer is internal");
}

/** For each listener that forwards requests: why it is not internet-facing; undefined if it is. */
function frontsOf(forwarding: Forwarding, graph: ResourceGraph): readonly (Verdict | undefined)[] {
	const notVisible = inOtherStack("the listener that forwards requests to its load balancer is not in this stack");
	const references = forwarding.groups.map((group) => graph.referrers(group, Listener, "defaultActions"));
	const fronts = references.flatMap(({ resources }) => resources).map((front) => whyFrontNotPublic(front, graph));
	if (forwarding.state === "unknown") return [...fronts, undetermined(forwarding.groupArn)];
	const complete =
		forwarding.state === "in-stack" && references.every(({ resources, possible }) => resources.length > 0 && possible.length === 0);
	return complete ? fronts : [...fronts, notVisible];
}

/** Why the Network Load Balancer in front is not internet-facing; undefined if it is. */
function whyFrontNotPublic(front: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(front, graph);
	if (open) return open;
	const [loadBalancer] = loadBalancers;
	return loadBalancer ? whyInternal(loadBalancer) : inOtherStack("the load balancer in front of its load balancer is not in this stack");
}
