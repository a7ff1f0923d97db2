import { type Example, ref, resource, text, UNKNOWN } from "../../engine/example";
import { AppRunnerService, CodeBuildProject, LogGroup } from "../../facts/kinds";

const build = (inputs: Record<string, unknown> = {}) =>
	resource(CodeBuildProject, "build", {
		serviceRole: "arn:aws:iam::123456789012:role/build",
		artifacts: { type: "NO_ARTIFACTS" },
		environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
		source: { type: "NO_SOURCE", buildspec: "version: 0.2" },
		...inputs,
	});
const group = (name: unknown) => resource(LogGroup, "buildLogs", { name, retentionInDays: 30 });
const writesTo = (groupName: unknown) => ({ logsConfig: { cloudwatchLogs: { groupName } } });

export const examples: readonly Example[] = [
	{
		title: "The project names a log group of the stack",
		verdict: "pass",
		stack: [build(writesTo(ref("buildLogs", "name"))), resource(LogGroup, "buildLogs", { retentionInDays: 30 })],
	},
	{
		title: "The log group is named after the project",
		verdict: "pass",
		stack: [build({ name: "shop" }), group("/aws/codebuild/shop")],
	},
	{
		title: "The log group is named after the project, whose name Pulumi makes up",
		verdict: "pass",
		stack: [build(), group(text("/aws/codebuild/", ref("build", "name")))],
	},
	{
		title: "No log group",
		verdict: "fail",
		property: "logsConfig.cloudwatchLogs.groupName",
		stack: [build({ name: "shop" })],
	},
	{
		title: "A log in a bucket too, which stops nothing of the other one",
		verdict: "fail",
		property: "logsConfig.cloudwatchLogs.groupName",
		stack: [build({ name: "shop", logsConfig: { s3Logs: { status: "ENABLED", location: "shop-logs/build" } } })],
	},
	{
		title: "Nothing goes to CloudWatch",
		verdict: "not-applicable",
		stack: [build({ logsConfig: { cloudwatchLogs: { status: "DISABLED" } } })],
	},
	{ title: "A log group of another stack", verdict: "unknown", stack: [build(writesTo("/shop/build"))] },
	{
		title: "A log group not known before the update",
		verdict: "unknown",
		property: "logsConfig.cloudwatchLogs.groupName",
		stack: [build(writesTo(UNKNOWN))],
	},
	{
		title: "A service of App Runner, whose log groups hold an id that nobody knows before",
		verdict: "unknown",
		stack: [resource(AppRunnerService, "web", { serviceName: "web", sourceConfiguration: {} })],
	},
];
