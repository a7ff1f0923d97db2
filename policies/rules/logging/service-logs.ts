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

/** What a service writes to CloudWatch on behalf of a resource. */
export interface ServiceLog {
	/** The log group's name, in `<>` what is made up or given elsewhere: `/aws/rds/instance/<identifier>/postgresql`. */
	readonly pattern: string;
	/** The same as a message shows it, where a part of it comes from a list that holds more than the names of logs. */
	readonly shown?: string;
	/** The property with what stands in `<>`, an input or an output; absent where nothing in a stack says it. */
	readonly property?: string;
	/** The property that has it written. */
	readonly where?: string;
	/** True where the service makes up a part of the name, so that nobody can make the log group before. */
	readonly isMadeUp?: true;
}

/** A service that makes the log groups which it writes to, without a retention. */
export interface LoggingService {
	readonly kind: ResourceType;
	/** What people call it: `RDS`. */
	readonly name: string;
	/** What it writes for a resource; nothing where that is switched off, or goes to a log group that somebody has to make. */
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
	always(Canary, "Synthetics", [{ pattern: "/aws/lambda/cwsyn-<canary>-<id>", isMadeUp: true }]),
	always(AppRunnerService, "App Runner", [{ pattern: "/aws/apprunner/<service>/<id>/application", isMadeUp: true }]),
	always(GlueJob, "Glue", [{ pattern: "/aws-glue/jobs/error" }, { pattern: "/aws-glue/jobs/output" }]),
	always(GlueCrawler, "Glue", [{ pattern: "/aws-glue/crawlers" }]),
	{ kind: ReplicationTask, name: "DMS", logs: migrationLogs },
	{ kind: BatchJobDefinition, name: "Batch", logs: jobLogs },
	{ kind: CodeBuildProject, name: "CodeBuild", logs: buildLogs },
];

/** The names of logs, which are no values of anybody's own. */
const LOG_TYPES: ReadonlySet<string> = new Set([
	...["postgresql", "upgrade", "error", "general", "slowquery", "audit", "iam-db-auth-error", "instance", "alert", "listener", "trace"],
	...["agent", "oemagent", "diag.log", "notify.log", "profiler", "connectionlog", "userlog", "useractivitylog"],
]);

/** Logs that are written once they are asked for by their types. */
function exporting(kind: ResourceType, name: string, list: string, pattern: (log: string) => string, property: string): LoggingService {
	const patterns = (log: string) => ({ pattern: pattern(log), shown: pattern(LOG_TYPES.has(log) ? log : "<log>") });
	return {
		kind,
		name,
		logs(resource) {
			const exported = resource.inputs.read(list);
			const types = exported.isUnknown ? [exported] : exported.items;
			const logs = types.map((type) => (type.isUnknown ? type : { ...patterns(type.text ?? ""), property, where: list }));
			return [...new Map(logs.map((log) => ["pattern" in log ? log.pattern : log.path, log])).values()];
		},
	};
}

/** @param where the property without which nothing is written */
function always(kind: ResourceType, name: string, logs: readonly ServiceLog[], where?: string): LoggingService {
	return { kind, name, logs: (resource) => (where && resource.inputs.read(where).isAbsent ? [] : logs) };
}

function migrationLogs(task: Resource): readonly (ServiceLog | Reading)[] {
	const settings = task.inputs.read("replicationTaskSettings");
	const enabled = settings.json().read("Logging").read("EnableLogging");
	if (enabled.isUnknown) return [settings];
	return enabled.flag ? [{ pattern: "dms-tasks-<replication instance>" }] : [];
}

/** Jobs on ECS write to one log group, but for containers with a logConfiguration of their own; those on EKS do not. */
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
