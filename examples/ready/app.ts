import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { appTargets } from "./edge";
import { appAccess, privateSubnets } from "./network";
import { settings } from "./settings";

/** Created without a value, which is set manually, so that it is not in the program or the state. */
export const scalekitSecret = new aws.secretsmanager.Secret("scalekit-client-secret");
export const webhookSecret = new aws.secretsmanager.Secret("scalekit-webhook-secret");
const cookieSecret = new aws.secretsmanager.Secret("cookie-encryption-secret");

export const appLog = new aws.cloudwatch.LogGroup("app", { name: "/shop/app", retentionInDays: 365 });

const repository = new aws.ecr.Repository("app", { imageTagMutability: "IMMUTABLE" });

const assumeByTasks = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const executionRole = new aws.iam.Role("execution", { assumeRolePolicy: assumeByTasks });
const taskRole = new aws.iam.Role("task", { assumeRolePolicy: assumeByTasks });

const cluster = new aws.ecs.Cluster("shop");

const task = new aws.ecs.TaskDefinition("app", {
	family: "shop-app",
	requiresCompatibilities: ["FARGATE"],
	networkMode: "awsvpc",
	cpu: "512",
	memory: "1024",
	executionRoleArn: executionRole.arn,
	taskRoleArn: taskRole.arn,
	containerDefinitions: pulumi.jsonStringify([
		{
			name: "app",
			image: pulumi.interpolate`${repository.repositoryUrl}:1.4.2`,
			essential: true,
			portMappings: [{ containerPort: 3000 }],
			environment: [
				{ name: "NODE_ENV", value: "production" },
				{ name: "SCALEKIT_ENVIRONMENT_URL", value: settings.scalekitUrl },
				{ name: "SCALEKIT_CLIENT_ID", value: "prd_skc_7848964512134699" },
				{ name: "SCALEKIT_REDIRECT_URI", value: `https://${settings.domain}/auth/callback` },
			],
			secrets: [
				{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: scalekitSecret.arn },
				{ name: "COOKIE_ENCRYPTION_SECRET", valueFrom: cookieSecret.arn },
			],
			logConfiguration: {
				logDriver: "awslogs",
				options: { "awslogs-group": appLog.name, "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "app" },
			},
		},
	]),
});

new aws.ecs.Service("app", {
	cluster: cluster.arn,
	taskDefinition: task.arn,
	launchType: "FARGATE",
	desiredCount: 2,
	deploymentCircuitBreaker: { enable: true, rollback: true },
	networkConfiguration: { subnets: privateSubnets.map((subnet) => subnet.id), securityGroups: [appAccess.id] },
	loadBalancers: [{ targetGroupArn: appTargets.arn, containerName: "app", containerPort: 3000 }],
});
