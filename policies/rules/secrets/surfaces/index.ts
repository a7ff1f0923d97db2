import type { Resource } from "../../../engine/resource";
import type { Handed, Surface } from "../handed";
import { amplifyApp, amplifyBranch } from "./amplify";
import { httpStage, restStage } from "./api-stage";
import { appRunnerService } from "./app-runner";
import { batchJobDefinition } from "./batch";
import { beanstalkEnvironment } from "./beanstalk";
import { codeBuildProject } from "./codebuild";
import { ec2Instance, launchConfiguration, launchTemplate } from "./ec2";
import { taskDefinition } from "./ecs";
import { lambdaFunction } from "./lambda";

/** Every way in which a resource hands values to what it runs. */
export const surfaces: readonly Surface[] = [
	taskDefinition,
	lambdaFunction,
	appRunnerService,
	codeBuildProject,
	ec2Instance,
	launchTemplate,
	launchConfiguration,
	beanstalkEnvironment,
	batchJobDefinition,
	amplifyApp,
	amplifyBranch,
	restStage,
	httpStage,
];

/** What a resource hands over; undefined where it is of none of these kinds. */
export function handedBy(resource: Resource): readonly Handed[] | undefined {
	return resource.memoize(handedOver);
}

function handedOver(resource: Resource): readonly Handed[] | undefined {
	return surfaces.find((each) => each.kind.tokens.includes(resource.type))?.handed(resource);
}
