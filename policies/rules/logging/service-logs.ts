import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import {
	AppRunnerService,
	BatchJobDefinition,
	Canary,
	CodeBuildProject,
	DatabaseCluster,
	DatabaseInstance,
	DocumentDbCluster,
	EksCluster,
	GlueCrawler,
	GlueJob,
	GraphQlApi,
	NeptuneCluster,
	RedshiftLogging,
	RedshiftNamespace,
	ReplicationTask,
} from "../../facts/resource-types";

/** A log that a service writes for a resource. */
export interface ServiceLog {
	/** The name of the log group, with a placeholder: `/aws/rds/instance/<identifier>/postgresql`. */
	readonly pattern: string;
	/** The name in messages, if a part of it comes from a property that may contain other values than log types. */
	readonly shown?: string;
	/** The input or output with the value of the placeholder; absent if no property has it. */
	readonly property?: string;
	/** The property that enables the log. */
	readonly where?: string;
	/** True if the service generates a part of the name, so the log group cannot be created in advance. */
	readonly isGenerated?: true;
}

/** A service that creates its log groups without a retention. */
export interface LoggingService {
	readonly type: ResourceType;
	/** The service's name: `RDS`. */
	readonly name: string;
	/** The logs for a resource; empty if logging is disabled or uses a log group that must exist. */
	logs(resource: Resource): readonly (ServiceLog | Reading)[];
}

/**
 * Sources, read 2026-11: Amazon RDS, User Guide: Publishing database logs to CloudWatch Logs; Neptune, User Guide: Publishing Neptune
 * logs; DocumentDB, Developer Guide: Auditing, Profiling; EKS, User Guide: Send control plane logs; AppSync, Developer Guide: Monitoring
 * and logging; Synthetics, User Guide: Canary logs; Glue, User Guide: Logging for AWS Glue jobs; DMS, User Guide: Monitoring; Redshift,
 * Management Guide: Database audit logging; Batch, User Guide: Using the awslogs log driver.
 */
export const LOGGING_SERVICES: readonly LoggingService[] = [
	exporting(DatabaseInstance, "RDS", "enabledCloudwatchLogsExports", (log) => `/aws/rds/instance/<identifier>/${log}`, "identifier"),
	exporting(DatabaseCluster, "RDS", "enabledCloudwatchLogsExports", (log) => `/aws/rds/cluster/<cluster>/${log}`, "clusterIdentifier"),
	exporting(NeptuneCluster, "Neptune", "enableCloudwatchLogsExports", (log) => `/aws/neptune/<cluster>/${log}`, "clusterIdentifier"),
	exporting(DocumentDbCluster, "DocumentDB", "enabledCloudwatchLogsExports", (log) => `/aws/docdb/<cluster>/${log}`, "clusterIdentifier"),
	exporting(EksCluster, "EKS", "enabledClusterLogTypes", () => "/aws/eks/<cluster>/cluster", "name"),
	exporting(RedshiftLogging, "Redshift", "logExports", (log) => `/aws/redshift/cluster/<cluster>/${log}`, "clusterIdentifier"),
	exporting(RedshiftNamespace, "Redshift", "logExports", (log) => `/aws/redshift/<namespace>/${log}`, "namespaceName"),
	always(GraphQlApi, "AppSync", [{ pattern: "/aws/appsync/apis/<API>", property: "id" }], "logConfig"),
	always(Canary, "Synthetics", [{ pattern: "/aws/lambda/cwsyn-<canary>-<id>", isGenerated: true }]),
	always(AppRunnerService, "App Runner", [{ pattern: "/aws/apprunner/<service>/<id>/application", isGenerated: true }]),
	always(GlueJob, "Glue", [{ pattern: "/aws-glue/jobs/error" }, { pattern: "/aws-glue/jobs/output" }]),
	always(GlueCrawler, "Glue", [{ pattern: "/aws-glue/crawlers" }]),
	{ type: ReplicationTask, name: "DMS", logs: migrationLogs },
	{ type: BatchJobDefinition, name: "Batch", logs: jobLogs },
	{ type: CodeBuildProject, name: "CodeBuild", logs: buildLogs },
];

/** The log types of AWS services, which messages may contain. */
const LOG_TYPES: ReadonlySet<string> = new Set([
	...["postgresql", "upgrade", "error", "general", "slowquery", "audit", "iam-db-auth-error", "instance", "alert", "listener", "trace"],
	...["agent", "oemagent", "diag.log", "notify.log", "profiler", "connectionlog", "userlog", "useractivitylog"],
]);

/** Logs that are enabled by a list of log types. */
function exporting(type: ResourceType, name: string, list: string, pattern: (log: string) => string, property: string): LoggingService {
	const patterns = (log: string) => ({ pattern: pattern(log), shown: pattern(LOG_TYPES.has(log) ? log : "<log>") });
	return {
		type,
		name,
		logs(resource) {
			const exported = resource.inputs.read(list);
			const types = exported.isUnknown ? [exported] : exported.items;
			const logs = types.map((type) => (type.isUnknown ? type : { ...patterns(type.text ?? ""), property, where: list }));
			return [...new Map(logs.map((log) => ["pattern" in log ? log.pattern : log.path, log])).values()];
		},
	};
}

/** @param where the property without which no log is written */
function always(type: ResourceType, name: string, logs: readonly ServiceLog[], where?: string): LoggingService {
	return { type, name, logs: (resource) => (where && resource.inputs.read(where).isAbsent ? [] : logs) };
}

function migrationLogs(task: Resource): readonly (ServiceLog | Reading)[] {
	const settings = task.inputs.read("replicationTaskSettings");
	const enabled = settings.json().read("Logging").read("EnableLogging");
	if (enabled.isUnknown) return [settings];
	return enabled.flag ? [{ pattern: "dms-tasks-<replication instance>" }] : [];
}

/** Containers of ECS jobs without a logConfiguration write to one log group; EKS jobs do not. */
function jobLogs(job: Resource): readonly (ServiceLog | Reading)[] {
	const [single, nodes, tasks] = ["containerProperties", "nodeProperties", "ecsProperties"].map((property) => job.inputs.read(property));
	const containers = [
		...(single && !single.isAbsent ? [single.json()] : []),
		...(nodes
			?.json()
			.read("nodeRangeProperties")
			.items.map((range) => range.readInAnyCase("container")) ?? []),
		...(tasks
			?.json()
			.read("taskProperties")
			.items.flatMap((task) => task.readInAnyCase("containers").items) ?? []),
	];
	const open = [single, nodes, tasks].find((each) => each?.json().isUnknown);
	if (open) return [open];
	const isOwn = (container: Reading) => container.readInAnyCase("logConfiguration").isAbsent;
	return containers.some(isOwn) ? [{ pattern: "/aws/batch/job" }] : [];
}

function buildLogs(project: Resource): readonly (ServiceLog | Reading)[] {
	const logs = project.inputs.read("logsConfig").read("cloudwatchLogs");
	const status = logs.read("status").or("ENABLED");
	if (status.isUnknown) return [status];
	const named = logs.read("groupName");
	return status.is("DISABLED") || !named.isAbsent ? [] : [{ pattern: "/aws/codebuild/<project>", property: "name", where: named.path }];
}
