import type { Resource } from "../../../engine/resource";
import type { InjectedValue, Workload } from "../injected-values";
import { amplifyApp, amplifyBranch } from "./amplify";
import { httpStage, restStage } from "./api-stage";
import { appRunnerService } from "./app-runner";
import { batchJobDefinition } from "./batch";
import { beanstalkEnvironment } from "./beanstalk";
import { codeBuildProject } from "./codebuild";
import { ec2Instance, launchConfiguration, launchTemplate } from "./ec2";
import { taskDefinition } from "./ecs";
import { glueJob } from "./glue";
import { lambdaFunction } from "./lambda";
import { cloudFrontFunction, ssmDocument, stateMachine } from "./scripts";

/** All workload resource types. */
export const workloads: readonly Workload[] = [
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
	cloudFrontFunction,
	stateMachine,
	ssmDocument,
	glueJob,
];

/** The values that a resource injects into its workload; undefined for other resource types. */
export function injectedValues(resource: Resource): readonly InjectedValue[] | undefined {
	return resource.memoize(findInjectedValues);
}

function findInjectedValues(resource: Resource): readonly InjectedValue[] | undefined {
	return workloads.find((each) => each.type.tokens.includes(resource.type))?.valuesOf(resource);
}
