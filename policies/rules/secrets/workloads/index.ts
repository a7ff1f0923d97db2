import type { Resource, ResourceType } from "../../../engine/resource";
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
import { instanceTags, launchTemplateTags } from "./tags";

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
	glueJob,
];

/** Resources with text that may contain secrets, but that configures no application. */
const documents: readonly Workload[] = [cloudFrontFunction, stateMachine, ssmDocument, instanceTags, launchTemplateTags];

/** All resource types whose values anyone with read access can see. */
export const exposedTypes: readonly ResourceType[] = [...new Set([...workloads, ...documents].map((each) => each.type))];

/** The values that a resource injects into its workload; undefined for other resource types. */
export function injectedValues(resource: Resource): readonly InjectedValue[] | undefined {
	return resource.memoize(findInjectedValues);
}

function findInjectedValues(resource: Resource): readonly InjectedValue[] | undefined {
	return workloads.find((each) => each.type.tokens.includes(resource.type))?.valuesOf(resource);
}

/** The values of a resource that anyone with read access can see: what it injects, its document and its tags. */
export function exposedValues(resource: Resource): readonly InjectedValue[] {
	const shown = documents.filter((each) => each.type.tokens.includes(resource.type)).flatMap((each) => each.valuesOf(resource));
	return [...(injectedValues(resource) ?? []), ...shown];
}
