import type { EnvironmentArgs as AppConfigEnvironmentArgs } from "@pulumi/aws/appconfig/environment";
import type { GroupArgs as AutoScalingGroupArgs } from "@pulumi/aws/autoscaling/group";
import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule";
import type { LogSubscriptionFilterArgs } from "@pulumi/aws/cloudwatch/logSubscriptionFilter";
import type { DeploymentGroupArgs } from "@pulumi/aws/codedeploy/deploymentGroup";
import type { ExperimentTemplateArgs } from "@pulumi/aws/fis/experimentTemplate";
import type { AliasArgs as LambdaAliasArgs } from "@pulumi/aws/lambda/alias";
import type { PermissionArgs as LambdaPermissionArgs } from "@pulumi/aws/lambda/permission";
import type { EventRuleArgs as UserNotificationRuleArgs } from "@pulumi/aws/notifications/eventRule";
import type { HealthCheckArgs } from "@pulumi/aws/route53/healthCheck";
import type { QueueArgs } from "@pulumi/aws/sqs/queue";
import type { QueuePolicyArgs } from "@pulumi/aws/sqs/queuePolicy";
import type { ResponsePlanArgs } from "@pulumi/aws/ssmincidents/responsePlan";
import { resourceType } from "../../engine/resource";

/** What an alarm may lead to, or serve: Pulumi type tokens of @pulumi/aws 7. */

export const EventRule = resourceType<EventRuleArgs>("EventBridge rule", "aws:cloudwatch/eventRule:EventRule");
export const UserNotificationRule = resourceType<UserNotificationRuleArgs>(
	"User Notifications event rule",
	"aws:notifications/eventRule:EventRule",
);
export const ResponsePlan = resourceType<ResponsePlanArgs>("Incident Manager response plan", "aws:ssmincidents/responsePlan:ResponsePlan");
export const LambdaAlias = resourceType<LambdaAliasArgs>("Lambda alias", "aws:lambda/alias:Alias");
export const DeploymentGroup = resourceType<DeploymentGroupArgs>(
	"CodeDeploy deployment group",
	"aws:codedeploy/deploymentGroup:DeploymentGroup",
);
export const AppConfigEnvironment = resourceType<AppConfigEnvironmentArgs>(
	"AppConfig environment",
	"aws:appconfig/environment:Environment",
);
export const HealthCheck = resourceType<HealthCheckArgs>("Route 53 health check", "aws:route53/healthCheck:HealthCheck");
export const AutoScalingGroup = resourceType<AutoScalingGroupArgs>("Auto Scaling group", "aws:autoscaling/group:Group");
export const FaultExperiment = resourceType<ExperimentTemplateArgs>(
	"FIS experiment template",
	"aws:fis/experimentTemplate:ExperimentTemplate",
);
export const LogSubscriptionFilter = resourceType<LogSubscriptionFilterArgs>(
	"log subscription filter",
	"aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
);
export const LambdaPermission = resourceType<LambdaPermissionArgs>("Lambda permission", "aws:lambda/permission:Permission");
export const Queue = resourceType<QueueArgs>("SQS queue", "aws:sqs/queue:Queue");
export const QueuePolicy = resourceType<QueuePolicyArgs>("SQS queue policy", "aws:sqs/queuePolicy:QueuePolicy");
