import type { ResourceData } from "../../../engine/resource";
import { TaskDefinition } from "../../../facts/resource-types";
import { UNKNOWN } from "../monitor/unknown";
import { child, fixed, NOT_SET, type Properties, without } from "./child";
import { containerDefinitions } from "./containers";
import { defaultLogGroup } from "./log-group";

export type LaunchType = "FARGATE" | "EC2";

const [TYPE = ""] = TaskDefinition.tokens;

/** The arguments that awsx turns into something else. */
const OWN = ["container", "containers", "logGroup", "taskRole", "executionRole"];

/**
 * The log group and the task definition that a task definition component creates. Its roles are omitted: no rule reads them.
 *
 * Source: awsx/ecs/fargateTaskDefinition.ts and awsx/ecs/ec2TaskDefinition.ts of pulumi/pulumi-awsx, versions 1 to 3.
 */
export function taskDefinitionIn(owner: ResourceData, args: Properties, launchType: LaunchType): readonly ResourceData[] {
	const logs = defaultLogGroup(owner, args["logGroup"] ?? NOT_SET);
	const task = child(owner, TYPE, owner.name, {
		family: fixed(UNKNOWN),
		...(launchType === "EC2" ? { networkMode: fixed("awsvpc") } : {}),
		...without(args, OWN),
		...(launchType === "FARGATE" ? { networkMode: fixed("awsvpc") } : {}),
		requiresCompatibilities: fixed([launchType]),
		containerDefinitions: containerDefinitions(args, logs),
	});
	return [...logs.children, task];
}
