import { type Example, interpolate, ref, resource, UNKNOWN } from "../../engine/example";
import { Distribution, EcsService, LambdaFunction, LogGroup } from "../../facts/resource-types";

const ROLE = "arn:aws:iam::123456789012:role/receiver";
const receiver = (inputs: Record<string, unknown> = {}) =>
	resource(LambdaFunction, "receiver", { role: ROLE, runtime: "nodejs22.x", ...inputs });
const group = (name: unknown) => resource(LogGroup, "receiverLogs", { name, retentionInDays: 90 });

export const examples: readonly Example[] = [
	{
		title: "The function names a log group of the stack",
		verdict: "pass",
		stack: [
			receiver({ loggingConfig: { logFormat: "JSON", logGroup: ref("receiverLogs", "name") } }),
			resource(LogGroup, "receiverLogs", { retentionInDays: 90 }),
		],
	},
	{
		title: "The log group is named after the function, whose name is given",
		verdict: "pass",
		stack: [receiver({ name: "webhook-receiver" }), group("/aws/lambda/webhook-receiver")],
	},
	{
		title: "The log group is named after the function, whose name Pulumi generates",
		verdict: "pass",
		stack: [receiver(), group(interpolate("/aws/lambda/", ref("receiver", "name")))],
	},
	{
		title: "No log group",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [receiver({ name: "webhook-receiver" })],
	},
	{
		title: "JSON logs, but still into the log group that Lambda makes",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [receiver({ loggingConfig: { logFormat: "JSON", applicationLogLevel: "INFO" } })],
	},
	{
		title: "A log group of another function",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [
			receiver(),
			group(interpolate("/aws/lambda/", ref("worker", "name"))),
			resource(LambdaFunction, "worker", { role: ROLE, runtime: "nodejs22.x" }),
		],
	},
	{
		title: "A log group whose name lacks the function's random end",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [receiver(), group("/aws/lambda/receiver")],
	},
	{
		title: "A log group of the API in front of the function",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [receiver({ name: "webhook-receiver" }), group("/aws/apigateway/webhook-receiver")],
	},
	{
		title: "A log group in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [receiver({ loggingConfig: { logFormat: "JSON", logGroup: "/shop/receiver" } })],
	},
	{
		title: "A log group that is only read here",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			receiver({ loggingConfig: { logFormat: "JSON", logGroup: ref("receiverLogs", "name") } }),
			{ ...resource(LogGroup, "receiverLogs", {}), external: true },
		],
	},
	{
		title: "Names built from something that is not known yet",
		verdict: "undetermined",
		stack: [receiver({ name: UNKNOWN }), group(UNKNOWN)],
	},
	{
		title: "A log group whose name comes from something else of the stack, which is not the function's",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [
			receiver({ name: "webhook-receiver" }),
			resource(LogGroup, "api", { name: interpolate("/shop/", ref("cluster", "name")), retentionInDays: 90 }),
			resource(EcsService, "cluster", {}),
		],
	},
	{
		title: "A log group unknown until deployment",
		verdict: "undetermined",
		property: "loggingConfig.logGroup",
		stack: [receiver({ loggingConfig: { logFormat: "JSON", logGroup: UNKNOWN } })],
	},
	{
		title: "A function at CloudFront's edge, which writes a log group in every Region",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			receiver({ publish: true }),
			resource(Distribution, "site", {
				enabled: true,
				defaultCacheBehavior: {
					targetOriginId: "shop",
					viewerProtocolPolicy: "redirect-to-https",
					lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: ref("receiver") }],
				},
			}),
		],
	},
	{
		title: "An imported function references its default log group, which is not in the stack",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [receiver({ name: "receiver", loggingConfig: { logFormat: "Text", logGroup: "/aws/lambda/receiver" } })],
	},
	{
		title: "The log group of that name is in another Region",
		verdict: "fail",
		property: "loggingConfig.logGroup",
		stack: [
			receiver({ name: "receiver", region: "eu-west-1" }),
			resource(LogGroup, "receiverLogs", { name: "/aws/lambda/receiver", region: "us-east-1", retentionInDays: 90 }),
		],
	},
];
