import type { ResourceData } from "../../../engine/resource";
import { Listener, LoadBalancer, TargetGroup } from "../../../facts/resource-types";
import { UNKNOWN } from "../monitor/unknown";
import { argumentsOf, child, fixed, NOT_SET, outputOf, type Properties, type Property, propertiesIn, unknownChild, without } from "./child";
import { isGiven, mapValue } from "./wire-parts";

const [LOAD_BALANCER = ""] = LoadBalancer.tokens;
const [TARGET_GROUP = ""] = TargetGroup.tokens;
const [LISTENER = ""] = Listener.tokens;

/** The arguments that awsx transforms, or that select the network, which no rule reads. */
const OWN = [
	...["defaultSecurityGroup", "defaultTargetGroup", "defaultTargetGroupPort", "listener", "listeners"],
	...["securityGroups", "subnetIds", "subnetMappings", "subnets"],
];

/** Port and protocol of a listener that sets only one of them. */
type Defaults = (listener: Properties) => Properties;

/**
 * The load balancer, its default target group and its listeners. Port and protocol of a listener follow from one another.
 *
 * Source: awsx/lb/applicationLoadBalancer.ts of pulumi/pulumi-awsx, versions 1 to 3.
 */
export function applicationLoadBalancer(component: ResourceData): readonly ResourceData[] {
	const args = argumentsOf(component);
	const port = args["defaultTargetGroupPort"] ?? fixed(80);
	const listeners = listenersOf(args);
	const isList = !isGiven(args["listener"]?.value) && isGiven(args["listeners"]?.value);
	const first = listeners.length > 0 ? (listeners[0] ?? UNKNOWN_LISTENER) : {};
	// awsx gives the target group of a list with one listener neither port nor protocol.
	const isListOfOne = isList && listeners.length === 1 && first !== UNKNOWN_LISTENER;
	return loadBalancerWith(component, listeners, {
		loadBalancer: { loadBalancerType: fixed("application") },
		targetGroup: { targetType: fixed("ip"), ...(isListOfOne ? {} : portAndProtocol(first, port)) },
		listener: (listener) => portAndProtocol(listener, isList ? fixed(80) : port),
	});
}

/**
 * The same for a Network Load Balancer: the default protocol is TCP, the default port 80.
 *
 * Source: awsx/lb/networkLoadBalancer.ts of pulumi/pulumi-awsx, versions 1 to 3.
 */
export function networkLoadBalancer(component: ResourceData): readonly ResourceData[] {
	const args = argumentsOf(component);
	return loadBalancerWith(component, listenersOf(args), {
		loadBalancer: { loadBalancerType: fixed("network"), enableHttp2: fixed(false), idleTimeout: fixed(0) },
		targetGroup: { protocol: fixed("TCP"), port: args["defaultTargetGroupPort"] ?? fixed(80) },
		listener: () => ({ protocol: fixed("TCP"), port: fixed(80) }),
	});
}

function loadBalancerWith(
	component: ResourceData,
	listeners: readonly (Properties | undefined)[],
	defaults: { readonly loadBalancer: Properties; readonly targetGroup: Properties; readonly listener: Defaults },
): readonly ResourceData[] {
	const { name } = component;
	const args = argumentsOf(component);
	const loadBalancer = child(component, LOAD_BALANCER, name, { ...without(args, OWN), ...defaults.loadBalancer });
	const groupArgs = propertiesIn(args["defaultTargetGroup"] ?? NOT_SET);
	const group = groupArgs
		? child(component, TARGET_GROUP, name, { ...defaults.targetGroup, ...groupArgs })
		: unknownChild(component, TARGET_GROUP, name);
	const { value, from } = outputOf(group);
	const defaultActions = { value: [{ type: "forward", targetGroupArn: value }], from };
	return [
		loadBalancer,
		group,
		...listeners.map((listener, index) =>
			listener
				? child(component, LISTENER, `${name}-${index}`, {
						defaultActions,
						...defaults.listener(listener),
						...listener,
						loadBalancerArn: outputOf(loadBalancer),
					})
				: unknownChild(component, LISTENER, `${name}-${index}`, { loadBalancerArn: loadBalancer }),
		),
	];
}

/**
 * The given listeners; undefined for one that is unknown as a whole, or for all of them if the list is unknown.
 */
function listenersOf({ listener = NOT_SET, listeners = NOT_SET }: Properties): readonly (Properties | undefined)[] {
	if (isGiven(listener.value)) return [propertiesIn(listener)];
	if (!isGiven(listeners.value)) return [{}];
	const list = propertiesIn(listeners);
	return list ? Object.values(list).map(propertiesIn) : [undefined];
}

const UNKNOWN_LISTENER: Properties = { port: fixed(UNKNOWN), protocol: fixed(UNKNOWN) };

function portAndProtocol({ port = NOT_SET, protocol = NOT_SET }: Properties, defaultPort: Property): Properties {
	if (isGiven(port.value)) {
		const derived = { value: mapValue(port.value, (number) => (number === 443 ? "HTTPS" : "HTTP")), from: port.from };
		return { port, protocol: isGiven(protocol.value) ? protocol : derived };
	}
	if (!isGiven(protocol.value)) return { port: defaultPort, protocol: fixed("HTTP") };
	return { protocol, port: { value: mapValue(protocol.value, (name) => (name === "HTTPS" ? 443 : 80)), from: protocol.from } };
}
