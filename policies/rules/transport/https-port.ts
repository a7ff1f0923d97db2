import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { failMissing, inOtherStack, type Undetermined, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { Listener, LoadBalancer } from "../../facts/resource-types";
import { behindCloudFront } from "../edge/web-acl/cloudfront-origins";
import { forwardingsTo } from "./forwardings";
import { isProtocol } from "./listener-protocol";
import type { Redirect } from "./redirect-action";
import { visibleValue } from "./visible-value";

/**
 * Why a redirect to HTTPS leads to a port on which no listener of its load balancer serves HTTPS, or may; undefined if one
 * does, or if clients may reach the port elsewhere.
 */
export function whyPortNotServed(redirect: Reading<Redirect>, listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const host = redirect.read("host").or("#{host}");
	if (host.isKnown && !host.is("#{host}")) return undefined;
	const given = redirect.read("port").or("#{port}") as Reading;
	const port = given.is("#{port}") ? (visibleValue(listener, "port") as Reading) : given;
	const why = whyNotServed(port, given, listener, graph);
	return why && host.isUnknown ? undetermined(host as Reading) : why;
}

function whyNotServed(port: Reading, given: Reading, listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | undefined {
	const arn = visibleValue(listener, "loadBalancerArn");
	const { resources, state } = graph.follow(listener, arn as Reading, LoadBalancer);
	const [balancer] = resources;
	if (state === "unknown" || !balancer) {
		const balancers = graph.all(LoadBalancer).map((each) => graph.referrers(each, Listener, "loadBalancerArn").resources);
		const isServed = balancers.length > 0 && balancers.every((listeners) => listeners.some((each) => servesHttps(each, port) === true));
		return state === "unknown" && !isServed ? undetermined(arn as Reading) : undefined;
	}
	if (balancer.data.external) return undefined;
	const { resources: listeners, possible } = graph.referrers(balancer, Listener, "loadBalancerArn");
	const answers = listeners.map((each) => servesHttps(each, port));
	if (answers.includes(true)) return undefined;
	const front = frontOf(balancer, graph);
	if (front === true) return undefined;
	const other = possible.find((each) => servesHttps(each, port) !== false);
	const open =
		front ||
		answers.find((each) => each !== false) ||
		(other && undeterminedIn(Listener.label, other, other.inputs.read("loadBalancerArn")));
	if (open) return open as Undetermined;
	return {
		...failMissing(
			given,
			"redirects to HTTPS on a port on which no listener of its load balancer serves HTTPS",
			"Create an HTTPS listener on that port, or redirect to the port of the HTTPS listener.",
		),
		severity: "medium",
		references: { urns: [balancer.urn] },
	};
}

/** Whether a listener serves HTTPS on the port. */
function servesHttps(listener: Resource<ListenerArgs>, port: Reading): boolean | Undetermined {
	const own = visibleValue(listener, "port") as Reading;
	if (own.isKnown && own.number !== port.number) return false;
	const given = visibleValue(listener, "protocol");
	const hasCertificate = !visibleValue(listener, "certificateArn").isAbsent;
	if (given.isAbsent && listener.data.external) return inOtherStack(`the protocol of listener "${listener.name}" is not in this stack`);
	const protocol = given.or(hasCertificate ? "HTTPS" : "HTTP");
	if (protocol.isKnown && !isProtocol(protocol, "HTTPS")) return false;
	const unknown = [own, protocol as Reading].find((each) => !each.isKnown);
	return unknown ? undeterminedIn(Listener.label, listener, unknown) : true;
}

/** Whether clients reach a load balancer through another service, whose ports count instead. */
function frontOf(balancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): boolean | Undetermined {
	const { forwardings, unknownTarget } = forwardingsTo(balancer, graph);
	const isAccelerated = graph.resources.some(({ type }) => type.startsWith("aws:globalaccelerator/"));
	if (forwardings.length > 0 || isAccelerated) return true;
	const cloudFront = behindCloudFront(balancer, graph);
	if (cloudFront) return cloudFront.verdict === "undetermined" ? cloudFront : true;
	return unknownTarget ? undetermined(unknownTarget) : false;
}
