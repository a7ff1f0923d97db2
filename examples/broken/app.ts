import * as aws from "@pulumi/aws";
import { subnets, targets } from "./edge";

// Never expires its logs.
export const log = new aws.cloudwatch.LogGroup("app", { name: "/shop/app" });

const role = new aws.iam.Role("task", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }) });

// Secrets in plain text, and a Scalekit development environment.
const task = new aws.ecs.TaskDefinition("app", {
	family: "shop-app",
	requiresCompatibilities: ["FARGATE"],
	networkMode: "awsvpc",
	cpu: "512",
	memory: "1024",
	executionRoleArn: role.arn,
	containerDefinitions: JSON.stringify([
		{
			name: "app",
			image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2",
			essential: true,
			portMappings: [{ containerPort: 3000 }],
			environment: [
				{ name: "SCALEKIT_ENVIRONMENT_URL", value: "https://shop-dev.scalekit.dev" },
				{ name: "SCALEKIT_CLIENT_ID", value: "skc_7848964512134699" },
				{ name: "SCALEKIT_CLIENT_SECRET", value: "test_ExampleOnly000000000000000000000000" },
				{ name: "DATABASE_URL", value: "postgres://shop:example-password@db.internal:5432/shop" },
			],
		},
	]),
});

new aws.ecs.Service("app", {
	taskDefinition: task.arn,
	launchType: "FARGATE",
	desiredCount: 2,
	networkConfiguration: { subnets: subnets.map((subnet) => subnet.id) },
	loadBalancers: [{ targetGroupArn: targets.arn, containerName: "app", containerPort: 3000 }],
});

new aws.ssm.Parameter("session-secret", { name: "/shop/prod/session-secret", type: "String", value: "bfw7Kq2ZtUr9XcJm4LhV8sPn" });

new aws.ec2.Instance("worker", {
	ami: "ami-0abcdef1234567890",
	instanceType: "t4g.small",
	userData: "#!/bin/sh\nexport DB_PASSWORD=example-worker-password\nexec /opt/shop/worker\n",
});
