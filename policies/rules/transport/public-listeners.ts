import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { inOtherStack, likelyFailsInOtherStack, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, LoadBalancer } from "../../facts/resource-types";
import { handedOnTo, type Way } from "./handed-on";
import { seen } from "./seen";

/** What is said of a listener, where the public reaches it: what is wrong counts there alone, what is right is so wherever it is. */
export function wherePublic(listener: Resource<ListenerArgs>, graph: ResourceGraph, said: readonly Verdict[]): readonly Verdict[] {
	const reason = unlessPublic(listener, graph);
	if (!reason) return said;
	const wrong = said.some(({ verdict }) => verdict === "fail");
	if (wrong && reason.verdict === "undetermined" && reason.reason === "other-stack") return [likelyFailsInOtherStack(reason.message)];
	return wrong || reason.verdict === "not-applicable" ? [reason] : said;
}

/** Why the public does not reach a listener, or why that cannot be told; undefined where it does. */
function unlessPublic(listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(listener, graph);
	if (open) return open;
	for (const loadBalancer of loadBalancers) {
		const verdict = unlessFacingPublic(loadBalancer);
		if (verdict?.verdict === "not-applicable") return unlessHandedOnTo(listener, loadBalancer, graph);
		if (verdict) return verdict;
	}
	return undefined;
}

function loadBalancersOf(listener: Resource<ListenerArgs>, graph: ResourceGraph) {
	const arn = seen(listener, "loadBalancerArn");
	const { resources: loadBalancers, state } = graph.follow(listener, arn, LoadBalancer);
	const open =
		state === "unknown"
			? undetermined(arn)
			: state === "other-stack"
				? inOtherStack("its load balancer is not in this stack, and may be internal")
				: undefined;
	return { loadBalancers, open };
}

function unlessFacingPublic(loadBalancer: Resource<LoadBalancerArgs>): Verdict | undefined {
	const internal = seen(loadBalancer, "internal");
	if (internal.isUnknown) return undetermined(internal);
	if (internal.isAbsent && loadBalancer.data.external)
		return inOtherStack("whether its load balancer is internal is not told in this stack");
	return internal.flag ? notApplicable("its load balancer is internal") : undefined;
}

/** An internal load balancer is public after all on the port where a public Network Load Balancer hands requests on to it. */
function unlessHandedOnTo(
	listener: Resource<ListenerArgs>,
	internal: Resource<LoadBalancerArgs>,
	graph: ResourceGraph,
): Verdict | undefined {
	const port = seen(listener, "port");
	const { ways, undecided } = handedOnTo(internal, graph);
	const reasons: Verdict[] = undecided ? [undetermined(undecided)] : [];
	for (const way of ways) {
		if (way.port.isKnown && port.isKnown && way.port.number !== port.number) continue;
		const hidden = [way.port, port].find((each) => each.isUnknown);
		const fronts = frontsOf(way, graph).map((front) => front ?? (hidden && undetermined(hidden)));
		if (fronts.includes(undefined)) return undefined;
		reasons.push(...fronts.flatMap((front) => front ?? []));
	}
	return reasons.find(({ verdict }) => verdict === "undetermined") ?? notApplicable("its load balancer is internal");
}

/** For each listener that hands requests on: why the public does not reach it; undefined where it does. */
function frontsOf(way: Way, graph: ResourceGraph): readonly (Verdict | undefined)[] {
	const unseen = inOtherStack("what hands requests on to its load balancer is not in this stack");
	const links = way.groups.map((group) => graph.referrers(group, Listener, "defaultActions"));
	const fronts = links.flatMap(({ resources }) => resources).map((front) => unlessFrontIsPublic(front, graph));
	if (way.state === "unknown") return [...fronts, undetermined(way.groupArn)];
	const complete = way.state === "in-stack" && links.every(({ resources, possible }) => resources.length > 0 && possible.length === 0);
	return complete ? fronts : [...fronts, unseen];
}

/** The same of the Network Load Balancer in front. */
function unlessFrontIsPublic(front: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const { loadBalancers, open } = loadBalancersOf(front, graph);
	if (open) return open;
	const [loadBalancer] = loadBalancers;
	return loadBalancer
		? unlessFacingPublic(loadBalancer)
		: inOtherStack("the load balancer in front of its load balancer is not in this stack");
}
