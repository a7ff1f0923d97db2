import { resource, toResourceData, UNKNOWN } from "../../../policies/engine/example";
import { ResourceGraph } from "../../../policies/engine/graph";
import type { ResourceType } from "../../../policies/engine/resource";
import * as types from "../../../policies/facts/resource-types";
import { LOGGING_SERVICES } from "../../../policies/rules/logging/service-logs";

/** The service of a resource and the names of its logs; a property path if it is unknown which. */
function logsOf(type: ResourceType, inputs: object): readonly [string | undefined, readonly string[]] {
	const [found] = new ResourceGraph(toResourceData({ stack: [resource(type, "x", inputs as never)] }, "state")).all(type);
	const service = LOGGING_SERVICES.find((each) => each.type === type);
	const logs = (found && service?.logs(found)) ?? [];
	return [service?.name, logs.map((log) => ("pattern" in log ? `${log.pattern}${log.property ? ` by ${log.property}` : ""}` : log.path))];
}

const json = (value: unknown) => JSON.stringify(value);
const logged = { image: "shop", logConfiguration: { logDriver: "awslogs" } };

it.each<[string, ResourceType, object, string, readonly string[]]>([
	[
		"a database instance",
		types.DatabaseInstance,
		{ enabledCloudwatchLogsExports: ["postgresql", "upgrade"] },
		"RDS",
		["/aws/rds/instance/<identifier>/postgresql by identifier", "/aws/rds/instance/<identifier>/upgrade by identifier"],
	],
	["a database instance without exports", types.DatabaseInstance, {}, "RDS", []],
	["unknown exports", types.DatabaseInstance, { enabledCloudwatchLogsExports: UNKNOWN }, "RDS", ["enabledCloudwatchLogsExports"]],
	["an unknown export", types.DatabaseInstance, { enabledCloudwatchLogsExports: [UNKNOWN] }, "RDS", ["enabledCloudwatchLogsExports[0]"]],
	[
		"the same export twice",
		types.DatabaseInstance,
		{ enabledCloudwatchLogsExports: ["audit", "audit"] },
		"RDS",
		["/aws/rds/instance/<identifier>/audit by identifier"],
	],
	[
		"a database cluster",
		types.DatabaseCluster,
		{ enabledCloudwatchLogsExports: ["audit"] },
		"RDS",
		["/aws/rds/cluster/<cluster>/audit by clusterIdentifier"],
	],
	[
		"a Neptune cluster",
		types.NeptuneCluster,
		{ enableCloudwatchLogsExports: ["audit"] },
		"Neptune",
		["/aws/neptune/<cluster>/audit by clusterIdentifier"],
	],
	[
		"a DocumentDB cluster",
		types.DocumentDbCluster,
		{ enabledCloudwatchLogsExports: ["profiler"] },
		"DocumentDB",
		["/aws/docdb/<cluster>/profiler by clusterIdentifier"],
	],
	["an EKS cluster", types.EksCluster, { enabledClusterLogTypes: ["api", "audit"] }, "EKS", ["/aws/eks/<cluster>/cluster by name"]],
	[
		"a Redshift cluster",
		types.RedshiftLogging,
		{ logExports: ["userlog"] },
		"Redshift",
		["/aws/redshift/cluster/<cluster>/userlog by clusterIdentifier"],
	],
	[
		"a Redshift namespace",
		types.RedshiftNamespace,
		{ logExports: ["userlog"] },
		"Redshift",
		["/aws/redshift/<namespace>/userlog by namespaceName"],
	],
	["an AppSync API with logging", types.GraphQlApi, { logConfig: { fieldLogLevel: "ALL" } }, "AppSync", ["/aws/appsync/apis/<API> by id"]],
	["an AppSync API without logging", types.GraphQlApi, {}, "AppSync", []],
	["a canary", types.Canary, {}, "Synthetics", ["/aws/lambda/cwsyn-<canary>-<id>"]],
	["an App Runner service", types.AppRunnerService, {}, "App Runner", ["/aws/apprunner/<service>/<id>/application"]],
	["a Glue job", types.GlueJob, {}, "Glue", ["/aws-glue/jobs/error", "/aws-glue/jobs/output"]],
	["a Glue crawler", types.GlueCrawler, {}, "Glue", ["/aws-glue/crawlers"]],
	[
		"a DMS task with logging",
		types.ReplicationTask,
		{ replicationTaskSettings: json({ Logging: { EnableLogging: true } }) },
		"DMS",
		["dms-tasks-<replication instance>"],
	],
	[
		"a DMS task without logging",
		types.ReplicationTask,
		{ replicationTaskSettings: json({ Logging: { EnableLogging: false } }) },
		"DMS",
		[],
	],
	["a DMS task with unknown settings", types.ReplicationTask, { replicationTaskSettings: UNKNOWN }, "DMS", ["replicationTaskSettings"]],
	["a Batch job", types.BatchJobDefinition, { containerProperties: json({ image: "shop" }) }, "Batch", ["/aws/batch/job"]],
	["a Batch job with its own log group", types.BatchJobDefinition, { containerProperties: json(logged) }, "Batch", []],
	["an unknown Batch job", types.BatchJobDefinition, { containerProperties: UNKNOWN }, "Batch", ["containerProperties"]],
	[
		"a Batch job with nodes",
		types.BatchJobDefinition,
		{ nodeProperties: json({ nodeRangeProperties: [{ container: logged }, { container: { image: "shop" } }] }) },
		"Batch",
		["/aws/batch/job"],
	],
	[
		"a Batch job whose nodes have their own log group",
		types.BatchJobDefinition,
		{ nodeProperties: json({ nodeRangeProperties: [{ container: logged }] }) },
		"Batch",
		[],
	],
	["unknown nodes", types.BatchJobDefinition, { nodeProperties: UNKNOWN }, "Batch", ["nodeProperties"]],
	[
		"a Batch job with ECS tasks",
		types.BatchJobDefinition,
		{ ecsProperties: json({ taskProperties: [{ containers: [logged, { image: "shop" }] }] }) },
		"Batch",
		["/aws/batch/job"],
	],
	[
		"a Batch job whose ECS tasks have their own log group",
		types.BatchJobDefinition,
		{ ecsProperties: json({ taskProperties: [{ containers: [logged] }] }) },
		"Batch",
		[],
	],
	["unknown ECS tasks", types.BatchJobDefinition, { ecsProperties: UNKNOWN }, "Batch", ["ecsProperties"]],
	["a Batch job on EKS", types.BatchJobDefinition, { eksProperties: {} }, "Batch", []],
	["a CodeBuild project", types.CodeBuildProject, {}, "CodeBuild", ["/aws/codebuild/<project> by name"]],
	[
		"a CodeBuild project with its own log group",
		types.CodeBuildProject,
		{ logsConfig: { cloudwatchLogs: { groupName: "builds" } } },
		"CodeBuild",
		[],
	],
	["a CodeBuild project without logs", types.CodeBuildProject, { logsConfig: { cloudwatchLogs: { status: "DISABLED" } } }, "CodeBuild", []],
	[
		"a CodeBuild project with logs",
		types.CodeBuildProject,
		{ logsConfig: { cloudwatchLogs: { status: "ENABLED" } } },
		"CodeBuild",
		["/aws/codebuild/<project> by name"],
	],
	[
		"a CodeBuild project with an unknown status",
		types.CodeBuildProject,
		{ logsConfig: { cloudwatchLogs: { status: UNKNOWN } } },
		"CodeBuild",
		["logsConfig.cloudwatchLogs.status"],
	],
])("the logs of %s", (_title, type, inputs, service, logs) => {
	expect(logsOf(type, inputs)).toEqual([service, logs]);
});
