import type { ServiceArgs as AppRunnerServiceArgs } from "@pulumi/aws/apprunner/service";
import type { ProjectArgs as CodeBuildProjectArgs } from "@pulumi/aws/codebuild/project";
import type { InstanceArgs as Ec2InstanceArgs } from "@pulumi/aws/ec2/instance";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate";
import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition";
import type { FunctionArgs as LambdaFunctionArgs } from "@pulumi/aws/lambda/function";
import type { FunctionUrlArgs as LambdaFunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl";
import { kind } from "../../engine/resource";

/** What runs the application: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const TaskDefinition = kind<TaskDefinitionArgs>("ECS task definition", "aws:ecs/taskDefinition:TaskDefinition");
export const EcsService = kind<EcsServiceArgs>("ECS service", "aws:ecs/service:Service");
export const LambdaFunction = kind<LambdaFunctionArgs>("Lambda function", "aws:lambda/function:Function");
export const LambdaFunctionUrl = kind<LambdaFunctionUrlArgs>("Lambda function URL", "aws:lambda/functionUrl:FunctionUrl");
export const AppRunnerService = kind<AppRunnerServiceArgs>("App Runner service", "aws:apprunner/service:Service");
export const CodeBuildProject = kind<CodeBuildProjectArgs>("CodeBuild project", "aws:codebuild/project:Project");
export const Ec2Instance = kind<Ec2InstanceArgs>("EC2 instance", "aws:ec2/instance:Instance");
export const LaunchTemplate = kind<LaunchTemplateArgs>("EC2 launch template", "aws:ec2/launchTemplate:LaunchTemplate");
