import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { CodeBuildProject, LogGroup } from "../../facts/resource-types";
import { madeOnPurpose } from "./own-group";
import { LOGGING_SERVICES, type LoggingService, type ServiceLog } from "./service-logs";

export const serviceLogGroupExplicit = stackRule({
	id: "service-log-group-explicit",
	title: "Services of AWS write to log groups that are made on purpose",
	checklistItems: ["L75"],
	severity: "low",
	since: "1.0.0",
	resources: LOGGING_SERVICES.map(({ kind }) => kind),
	why: "RDS, EKS, CodeBuild and others make their log groups by themselves. Those never expire, and no stack shows them.",
	fix: "Make a LogGroup with retentionInDays and the name that the message says, before the service writes. A CodeBuild project can name another one in logsConfig.cloudwatchLogs.groupName.",
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: [
		"Amazon RDS, User Guide: Publishing database logs to Amazon CloudWatch Logs",
		"Amazon EKS, User Guide: Send control plane logs to CloudWatch Logs",
		"AWS CodeBuild, API reference: CloudWatchLogsConfig",
		"AWS App Runner, Developer Guide: Viewing App Runner logs streamed to CloudWatch Logs",
	],

	check(resource, { graph }) {
		const service = LOGGING_SERVICES.find(({ kind }) => resource.is(kind));
		if (!service) return notApplicable("no service that makes log groups");
		return namedGroup(resource, graph) ?? ownGroups(resource, service, graph);
	},
});

/** The verdict on a project that names its log group; undefined where the service makes the name up. */
function namedGroup(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	const named = resource.inputs.read("logsConfig").read("cloudwatchLogs").read("groupName");
	if (!resource.is(CodeBuildProject) || named.isAbsent) return undefined;
	const { resources: groups, state } = graph.follow(resource, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? undetermined(named) : inOtherStack("its log group is not in this stack");
}

function ownGroups(resource: Resource, service: LoggingService, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const logs = service.logs(resource);
	const written = logs.flatMap((log) => ("pattern" in log ? log : []));
	const open = logs.flatMap((log) => ("pattern" in log ? [] : undetermined(log)));
	const verdicts = written.map((log) => ownGroup(resource, service, log, [log], graph));
	const missing = written.filter((_, index) => verdicts[index]?.verdict === "fail");
	const [first] = missing;
	const others = verdicts.filter(({ verdict }) => verdict !== "fail");
	// One finding for all log groups of a resource: they are made in one place.
	const failed = first ? [ownGroup(resource, service, first, missing, graph)] : [];
	return allOf([...failed, ...open, ...others], notApplicable("it writes nothing to CloudWatch by itself"));
}

/** @param told the logs whose groups a failure names */
function ownGroup(
	resource: Resource,
	{ kind, name }: LoggingService,
	log: ServiceLog,
	told: readonly ServiceLog[],
	graph: ResourceGraph,
): Verdict {
	if (log.isMadeUp)
		return notDecidable(
			undefined,
			`${name} makes the log group ${log.pattern}, whose name nobody knows before: set its retention once it is there`,
		);
	const groups = [...new Set(told.map(({ pattern, shown }) => shown ?? pattern))];
	const message = `lets ${name} make the log group${groups.length > 1 ? "s" : ""} ${groups.join(", ")}, and the logs in ${groups.length > 1 ? "them" : "it"} never expire`;
	return madeOnPurpose(resource, { ...log, kind, after: resource }, { where: log.where ?? "", message }, graph);
}
