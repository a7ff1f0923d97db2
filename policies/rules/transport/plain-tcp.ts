import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import {
	fail,
	failMissing,
	inOtherStack,
	notApplicable,
	notDecidable,
	undetermined,
	undeterminedIn,
	type Verdict,
} from "../../engine/verdict";
import { Listener, LoadBalancer, TargetGroup } from "../../facts/resource-types";
import { isProtocol } from "./listener-protocol";
import { visibleValue } from "./visible-value";

const MAY_REDIRECT = "its targets may redirect requests to HTTPS; verify with a request over HTTP";

/** True for a listener of a Network Load Balancer that forwards TCP. */
export function forwardsTcp(listener: Resource<ListenerArgs>): boolean {
	return isProtocol(visibleValue(listener, "protocol"), "TCP", "TCP_UDP");
}

/**
 * Fails if a TCP listener passes plain HTTP to targets that cannot redirect it: there is no listener for TLS, or the targets
 * receive the decrypted requests of the TLS listener on the same port.
 */
export function checkPlainTcp(listener: Resource<ListenerArgs>, graph: ResourceGraph): readonly Verdict[] {
	const port = visibleValue(listener, "port") as Reading;
	if (port.isUnknown) return [undetermined(port)];
	if (!port.is(80)) return [notApplicable("it is no HTTP listener")];
	const { resources: balancers } = graph.follow(listener, visibleValue(listener, "loadBalancerArn") as Reading, LoadBalancer);
	const [balancer] = balancers;
	const type = balancer && visibleValue(balancer, "loadBalancerType");
	if (type?.isUnknown) return [undeterminedIn(LoadBalancer.label, balancer as Resource, type as Reading)];
	if (balancer && !balancer.data.external && !type?.is("network"))
		return [notApplicable("its load balancer does not support TCP listeners")];
	return targetsOf(listener).flatMap((target): readonly Verdict[] => {
		const { resources: groups, state } = graph.follow(listener, target, TargetGroup);
		if (groups.length === 0) return [state === "unknown" ? undetermined(target) : inOtherStack("its target group is not in this stack")];
		return groups.map((group) => checkGroup(group, listener, balancer, graph));
	});
}

/** The references of a listener to its target groups; an unknown list counts as one unknown reference. */
function targetsOf(listener: Resource<ListenerArgs>): readonly Reading[] {
	const actions = visibleValue(listener, "defaultActions") as Reading<readonly unknown[]>;
	if (actions.isUnknown) return [actions];
	return (actions.items as readonly Reading[]).flatMap((action) => {
		const groups = action.read("forward").read("targetGroups") as Reading<readonly unknown[]>;
		const weighted = groups.isUnknown ? [groups] : (groups.items as readonly Reading[]).map((each) => each.read("arn"));
		return [action.read("targetGroupArn"), ...weighted].filter((each) => !each.isAbsent);
	});
}

function checkGroup(
	group: Resource<TargetGroupArgs>,
	listener: Resource<ListenerArgs>,
	balancer: Resource | undefined,
	graph: ResourceGraph,
): Verdict {
	const type = visibleValue(group, "targetType");
	if (type.isUnknown) return undeterminedIn(TargetGroup.label, group, type as Reading);
	if (type.isAbsent && group.data.external) return inOtherStack("the type of its targets is not in this stack");
	if (type.is("alb")) return notApplicable("it forwards to an Application Load Balancer, whose listener is evaluated");
	const protocol = visibleValue(listener, "protocol") as Reading;
	// Without the load balancer in the stack, its other listeners are not visible either.
	if (!balancer || balancer.data.external) return notDecidable(protocol, MAY_REDIRECT);
	const { resources, possible } = graph.referrers(balancer, Listener, "loadBalancerArn");
	const others = resources.filter((each) => each.urn !== listener.urn);
	const tls = others.filter((each) => isProtocol(visibleValue(each, "protocol"), "TLS"));
	if (tls.some((each) => receivesDecrypted(group, each, graph)))
		return fail(
			protocol,
			`passes plain HTTP to target group "${group.name}", which also receives the decrypted requests of a TLS listener and cannot redirect`,
			"Forward port 80 to targets that only redirect to HTTPS, or to an Application Load Balancer that does, or delete the listener.",
		);
	const open = possible.find((each) => each.urn !== listener.urn);
	if (open) return undeterminedIn(Listener.label, open, open.inputs.read("loadBalancerArn"));
	if (others.some((each) => mayServeTls(each))) return notDecidable(protocol, MAY_REDIRECT);
	return {
		...failMissing(
			protocol,
			"passes plain HTTP to its targets, and its load balancer has no listener for HTTPS",
			"Create a TLS listener on port 443, and forward port 80 to an Application Load Balancer that redirects to HTTPS.",
		),
		references: { urns: [balancer.urn] },
	};
}

/** True if a group is a target of the TLS listener; with proxy protocol, its targets see the port that clients use. */
function receivesDecrypted(group: Resource<TargetGroupArgs>, tls: Resource<ListenerArgs>, graph: ResourceGraph): boolean {
	const proxyProtocol = group.read("proxyProtocolV2").or(false);
	const targets = targetsOf(tls).flatMap((target) => graph.follow(tls, target, TargetGroup).resources);
	return !group.data.external && proxyProtocol.flag === false && targets.some(({ urn }) => urn === group.urn);
}

/** True unless a listener is one for plain HTTP as well. */
function mayServeTls(listener: Resource<ListenerArgs>): boolean {
	const [protocol, port] = [visibleValue(listener, "protocol"), visibleValue(listener, "port")];
	return isProtocol(protocol, "UDP") ? false : !(protocol.isKnown && !isProtocol(protocol, "TLS") && port.is(80));
}
