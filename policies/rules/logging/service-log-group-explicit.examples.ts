import { type Example, interpolate, ref, resource, UNKNOWN } from "../../engine/example";
import {
	AppRunnerService,
	BatchJobDefinition,
	Canary,
	CodeBuildProject,
	DatabaseCluster,
	DatabaseInstance,
	EksCluster,
	GlueJob,
	GraphQlApi,
	LogGroup,
	ReplicationTask,
} from "../../facts/resource-types";

const build = (inputs: Record<string, unknown> = {}) =>
	resource(CodeBuildProject, "build", {
		serviceRole: "arn:aws:iam::123456789012:role/build",
		artifacts: { type: "NO_ARTIFACTS" },
		environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
		source: { type: "NO_SOURCE", buildspec: "version: 0.2" },
		...inputs,
	});
const group = (name: unknown) => resource(LogGroup, "buildLogs", { name, retentionInDays: 30 });
const database = (exports: unknown) => resource(DatabaseInstance, "db", { identifier: "shop", enabledCloudwatchLogsExports: exports });
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
		title: "The log group is named after the project, whose name Pulumi generates",
		verdict: "pass",
		stack: [build(), group(interpolate("/aws/codebuild/", ref("build", "name")))],
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
	{ title: "A log group of another stack", verdict: "undetermined", reason: "other-stack", stack: [build(writesTo("/shop/build"))] },
	{
		title: "A log group unknown until deployment",
		verdict: "undetermined",
		property: "logsConfig.cloudwatchLogs.groupName",
		stack: [build(writesTo(UNKNOWN))],
	},
	{
		title: "An App Runner service, whose log groups have generated names",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [resource(AppRunnerService, "web", { serviceName: "web", sourceConfiguration: {} })],
	},
	{
		title: "A log of a database goes to a log group of the stack",
		verdict: "pass",
		stack: [database(["postgresql"]), group("/aws/rds/instance/shop/postgresql")],
	},
	{
		title: "RDS makes the log group of a second log",
		verdict: "fail",
		property: "enabledCloudwatchLogsExports",
		stack: [database(["postgresql", "upgrade"]), group("/aws/rds/instance/shop/postgresql")],
	},
	{ title: "A database that exports no log", verdict: "not-applicable", stack: [database(undefined)] },
	{
		title: "Exports unknown until deployment",
		verdict: "undetermined",
		property: "enabledCloudwatchLogsExports",
		stack: [database(UNKNOWN)],
	},
	{
		title: "A name that comes from the cluster, of which the end cannot be seen",
		verdict: "undetermined",
		stack: [
			resource(DatabaseCluster, "db", { enabledCloudwatchLogsExports: ["audit"] }),
			group(interpolate("/aws/rds/cluster/", ref("db", "id"), "/audit")),
		],
		forms: ["preview"],
	},
	{
		title: "The control plane of a cluster",
		verdict: "fail",
		property: "enabledClusterLogTypes",
		stack: [resource(EksCluster, "k8s", { name: "shop", enabledClusterLogTypes: ["api", "audit"] })],
	},
	{
		title: "An AppSync API that logs",
		verdict: "fail",
		stack: [resource(GraphQlApi, "api", { authenticationType: "AWS_IAM", logConfig: { fieldLogLevel: "ERROR" } })],
	},
	{
		title: "A canary, whose log group has a generated name",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [resource(Canary, "login", { name: "login" })],
	},
	{
		title: "A Glue job, for which one of two log groups is made",
		verdict: "fail",
		stack: [resource(GlueJob, "report", { name: "report" }), group("/aws-glue/jobs/error")],
	},
	{
		title: "A replication task that logs",
		verdict: "fail",
		stack: [resource(ReplicationTask, "move", { replicationTaskSettings: '{"Logging":{"EnableLogging":true}}' })],
	},
	{
		title: "A Batch job without a logConfiguration",
		verdict: "fail",
		stack: [resource(BatchJobDefinition, "nightly", { type: "container", containerProperties: '{"image":"nightly"}' })],
	},
	{
		title: "A Batch job that names its log group",
		verdict: "not-applicable",
		stack: [
			resource(BatchJobDefinition, "nightly", {
				type: "container",
				containerProperties: '{"image":"nightly","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/shop/nightly"}}}',
			}),
		],
	},
];
