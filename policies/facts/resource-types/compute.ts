import type { AppArgs as AmplifyAppArgs } from "@pulumi/aws/amplify/app";
import type { BranchArgs as AmplifyBranchArgs } from "@pulumi/aws/amplify/branch";
import type { ServiceArgs as AppRunnerServiceArgs } from "@pulumi/aws/apprunner/service";
import type { JobDefinitionArgs as BatchJobDefinitionArgs } from "@pulumi/aws/batch/jobDefinition";
import type { FunctionArgs as CloudFrontFunctionArgs } from "@pulumi/aws/cloudfront/function";
import type { ProjectArgs as CodeBuildProjectArgs } from "@pulumi/aws/codebuild/project";
import type { InstanceArgs as Ec2InstanceArgs } from "@pulumi/aws/ec2/instance";
import type { LaunchConfigurationArgs } from "@pulumi/aws/ec2/launchConfiguration";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate";
import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition";
import type { EnvironmentArgs as BeanstalkEnvironmentArgs } from "@pulumi/aws/elasticbeanstalk/environment";
import type { FunctionArgs as LambdaFunctionArgs } from "@pulumi/aws/lambda/function";
import type { FunctionUrlArgs as LambdaFunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl";
import type { StateMachineArgs } from "@pulumi/aws/sfn/stateMachine";
import type { DocumentArgs as SsmDocumentArgs } from "@pulumi/aws/ssm/document";
import { regionalResourceType, resourceType } from "../../engine/resource";

/** What runs the application: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const TaskDefinition = resourceType<TaskDefinitionArgs>("ECS task definition", "aws:ecs/taskDefinition:TaskDefinition");
export const EcsService = resourceType<EcsServiceArgs>("ECS service", "aws:ecs/service:Service");
export const LambdaFunction = regionalResourceType<LambdaFunctionArgs>("Lambda function", "aws:lambda/function:Function");
export const LambdaFunctionUrl = resourceType<LambdaFunctionUrlArgs>("Lambda function URL", "aws:lambda/functionUrl:FunctionUrl");
export const AppRunnerService = resourceType<AppRunnerServiceArgs>("App Runner service", "aws:apprunner/service:Service");
export const CodeBuildProject = regionalResourceType<CodeBuildProjectArgs>("CodeBuild project", "aws:codebuild/project:Project");
export const Ec2Instance = resourceType<Ec2InstanceArgs>("EC2 instance", "aws:ec2/instance:Instance");
export const LaunchTemplate = resourceType<LaunchTemplateArgs>("EC2 launch template", "aws:ec2/launchTemplate:LaunchTemplate");
export const LaunchConfiguration = resourceType<LaunchConfigurationArgs>(
	"EC2 launch configuration",
	"aws:ec2/launchConfiguration:LaunchConfiguration",
);
export const BeanstalkEnvironment = resourceType<BeanstalkEnvironmentArgs>(
	"Elastic Beanstalk environment",
	"aws:elasticbeanstalk/environment:Environment",
);
export const BatchJobDefinition = resourceType<BatchJobDefinitionArgs>("Batch job definition", "aws:batch/jobDefinition:JobDefinition");
export const AmplifyApp = resourceType<AmplifyAppArgs>("Amplify app", "aws:amplify/app:App");
export const AmplifyBranch = resourceType<AmplifyBranchArgs>("Amplify branch", "aws:amplify/branch:Branch");
export const CloudFrontFunction = resourceType<CloudFrontFunctionArgs>("CloudFront function", "aws:cloudfront/function:Function");
export const StateMachine = resourceType<StateMachineArgs>("Step Functions state machine", "aws:sfn/stateMachine:StateMachine");
export const SsmDocument = resourceType<SsmDocumentArgs>("SSM document", "aws:ssm/document:Document");
