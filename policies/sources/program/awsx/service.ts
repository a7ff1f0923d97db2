import type { ResourceData } from "../../../engine/resource";
import { EcsService } from "../../../facts/resource-types";
import { UNKNOWN } from "../monitor/unknown";
import { argumentsOf, child, childComponent, fixed, NOT_SET, outputOf, type Property, propertiesIn, without } from "./child";
import { type LaunchType, taskDefinitionIn } from "./task-definition";
import { isGiven } from "./wire-parts";

const [TYPE = ""] = EcsService.tokens;

/** The arguments that awsx turns into something else. */
const OWN = ["taskDefinitionArgs", "assignPublicIp", "continueBeforeSteadyState", "useClusterDefaultCapacityProviderStrategy"];

/**
 * The service that a service component creates, and below a nested component the task definition if
 * `taskDefinitionArgs` is set, with its log group.
 *
 * Source: awsx/ecs/fargateService.ts and awsx/ecs/ec2Service.ts of pulumi/pulumi-awsx, versions 1 to 3.
 */
export function serviceOf(component: ResourceData, launchType: LaunchType, taskDefinitionType: string): readonly ResourceData[] {
	const args = argumentsOf(component);
	const tasks = tasksOf(component, args["taskDefinitionArgs"] ?? NOT_SET, launchType, taskDefinitionType);
	const task = tasks.at(-1);
	const service = child(component, TYPE, component.name, {
		...(launchType === "FARGATE" ? { desiredCount: fixed(1) } : {}),
		...without(args, OWN),
		...(task ? { taskDefinition: outputOf(task) } : {}),
	});
	return [...tasks, service];
}

/** The component of the task definition, then what is in it; the task definition is the last one. */
function tasksOf(component: ResourceData, args: Property, launchType: LaunchType, type: string): readonly ResourceData[] {
	if (!isGiven(args.value)) return [];
	const owner = childComponent(component, type);
	const unknown = { value: UNKNOWN, from: args.from };
	return [owner, ...taskDefinitionIn(owner, propertiesIn(args) ?? { containers: unknown, logGroup: unknown }, launchType)];
}
