import { type Example, jsonStringify, ref, resource, UNKNOWN } from "../../engine/example";
import { LogGroup, TaskDefinition } from "../../facts/resource-types";

const IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:4.2.0";
const shop = (logConfiguration: unknown) =>
	resource(TaskDefinition, "shop", {
		family: "shop",
		networkMode: "awsvpc",
		containerDefinitions: jsonStringify([{ name: "web", image: IMAGE, ...(logConfiguration ? { logConfiguration } : {}) }]),
	});
const awslogs = (options: Record<string, unknown>) => ({
	logDriver: "awslogs",
	options: { "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web", ...options },
});
const router = (options: Record<string, unknown>) => ({
	logDriver: "awsfirelens",
	options: { Name: "cloudwatch_logs", region: "eu-west-1", log_stream_prefix: "web-", ...options },
});
const logs = resource(LogGroup, "shopLogs", { name: "/shop/web", retentionInDays: 90 });
const CREATES = "containerDefinitions[0].logConfiguration.options.awslogs-create-group";

export const examples: readonly Example[] = [
	{
		title: "The container writes to a log group of the stack",
		verdict: "pass",
		stack: [shop(awslogs({ "awslogs-group": "/shop/web" })), logs],
	},
	{
		title: "The name of the log group is an output, so that nothing of the containers is seen until deployment",
		verdict: "undetermined",
		property: "containerDefinitions",
		forms: ["preview"],
		stack: [shop(awslogs({ "awslogs-group": ref("shopLogs", "name") })), resource(LogGroup, "shopLogs", { retentionInDays: 90 })],
	},
	{
		title: "The name of the log group is an output, and a state shows it",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [shop(awslogs({ "awslogs-group": ref("shopLogs", "name") })), resource(LogGroup, "shopLogs", { retentionInDays: 90 })],
	},
	{
		title: "The container agent makes the log group",
		verdict: "fail",
		property: CREATES,
		stack: [shop(awslogs({ "awslogs-group": "/shop/web", "awslogs-create-group": "true" }))],
	},
	{
		title: "The container agent may make the log group, but it is in the stack",
		verdict: "pass",
		stack: [shop(awslogs({ "awslogs-group": "/shop/web", "awslogs-create-group": "true" })), logs],
	},
	{
		title: "A log group of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [shop(awslogs({ "awslogs-group": "/shop/elsewhere" }))],
	},
	{
		title: "Keys in another case of letters, which the provider takes too",
		verdict: "fail",
		property: "containerDefinitions[0].LogConfiguration.Options.awslogs-create-group",
		stack: [
			resource(TaskDefinition, "shop", {
				family: "shop",
				containerDefinitions: jsonStringify([
					{
						Name: "web",
						Image: IMAGE,
						LogConfiguration: { LogDriver: "awslogs", Options: { "awslogs-group": "/shop/auto", "awslogs-create-group": "true" } },
					},
				]),
			}),
		],
	},
	{
		title: "A log router that makes the log group",
		verdict: "fail",
		property: "containerDefinitions[0].logConfiguration.options.auto_create_group",
		stack: [shop(router({ log_group_name: "/shop/web", auto_create_group: "true" }))],
	},
	{
		title: "A log router that may make the log group, but it is in the stack",
		verdict: "pass",
		stack: [shop(router({ log_group_name: "/shop/web", auto_create_group: "true" })), logs],
	},
	{
		title: "A log router that makes the log group and has its logs expire",
		verdict: "pass",
		stack: [shop(router({ log_group_name: "/shop/web", auto_create_group: "true", log_retention_days: "90" }))],
	},
	{
		title: "A log router that writes to a log group of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [shop(router({ log_group_name: "/shop/elsewhere" }))],
	},
	{
		title: "A log router that sends the logs away",
		verdict: "not-applicable",
		stack: [shop({ logDriver: "awsfirelens", options: { Name: "datadog" } })],
	},
	{ title: "A container that writes no log", verdict: "not-applicable", stack: [shop(undefined)] },
	{
		title: "Containers unknown until deployment",
		verdict: "undetermined",
		property: "containerDefinitions",
		stack: [resource(TaskDefinition, "shop", { family: "shop", containerDefinitions: UNKNOWN })],
	},
	{
		title: "Container definitions that are not a list",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "containerDefinitions",
		stack: [resource(TaskDefinition, "shop", { family: "shop", containerDefinitions: jsonStringify({ name: "web", image: IMAGE }) })],
	},
	{
		title: "A log driver unknown until deployment",
		verdict: "undetermined",
		property: "containerDefinitions[0].logConfiguration.logDriver",
		forms: ["state"],
		stack: [
			resource(TaskDefinition, "shop", {
				family: "shop",
				containerDefinitions: [{ name: "web", image: IMAGE, logConfiguration: { logDriver: UNKNOWN } }],
			}),
		],
	},
	{
		title: "A container that writes to Splunk",
		verdict: "not-applicable",
		message: "writes to CloudWatch directly",
		stack: [shop({ logDriver: "splunk", options: { Name: "cloudwatch_logs", auto_create_group: "true" } })],
	},
	{
		title: "A log router whose retention is 0, which means never",
		verdict: "fail",
		property: "containerDefinitions[0].logConfiguration.options.auto_create_group",
		stack: [shop(router({ log_group_name: "/shop/web", auto_create_group: "true", log_retention_days: "0" }))],
	},
];
