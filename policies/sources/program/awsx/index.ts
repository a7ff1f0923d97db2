import type { ResourceData } from "../../../engine/resource";
import { argumentsOf, NOT_SET } from "./child";
import { applicationLoadBalancer, networkLoadBalancer } from "./load-balancer";
import { optionalLogGroup } from "./log-group";
import { serviceOf } from "./service";
import { taskDefinitionIn } from "./task-definition";

const nothing = (): readonly ResourceData[] => [];

const READERS: ReadonlyMap<string, (component: ResourceData) => readonly ResourceData[]> = new Map([
	["awsx:lb:ApplicationLoadBalancer", applicationLoadBalancer],
	["awsx:lb:NetworkLoadBalancer", networkLoadBalancer],
	["awsx:ecs:FargateService", (component) => serviceOf(component, "FARGATE", "awsx:ecs:FargateTaskDefinition")],
	["awsx:ecs:EC2Service", (component) => serviceOf(component, "EC2", "awsx:ecs:EC2TaskDefinition")],
	["awsx:ecs:FargateTaskDefinition", (component) => taskDefinitionIn(component, argumentsOf(component), "FARGATE")],
	["awsx:ecs:EC2TaskDefinition", (component) => taskDefinitionIn(component, argumentsOf(component), "EC2")],
	// A bucket, a trail and their policies, in addition to the log group.
	["awsx:cloudtrail:Trail", (component) => optionalLogGroup(component, argumentsOf(component)["cloudWatchLogsGroup"] ?? NOT_SET).children],
	// Subnets, routes, gateways and endpoints.
	["awsx:ec2:Vpc", nothing],
	["awsx:ec2:DefaultVpc", nothing],
	// Repositories with their lifecycle policies, and Docker images.
	["awsx:ecr:Repository", nothing],
	["awsx:ecr:Image", nothing],
	["awsx:ecr:RegistryImage", nothing],
	// An instance or a function in a target group, never another load balancer, and a permission for the load balancer.
	["awsx:lb:TargetGroupAttachment", nothing],
]);

/**
 * The resources that a component of `@pulumi/awsx` creates, limited to types that rules use, derived from its arguments. The component is registered with
 * `remote: true`; only its plugin creates the children, with the defaults repeated here.
 *
 * Source: awsx/resources.ts of pulumi/pulumi-awsx and the files that it imports, versions 1 to 3, whose components and
 * arguments are the same in what rules use.
 *
 * @param component as registered, with wire values
 * @returns undefined if the component is not a known one of awsx
 */
export function childrenOf(component: ResourceData): readonly ResourceData[] | undefined {
	return READERS.get(component.type)?.(component);
}
