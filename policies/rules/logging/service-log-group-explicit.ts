import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { CodeBuildProject, LogGroup } from "../../facts/resource-types";
import { checkImplicitGroup } from "./implicit-group";
import { LOGGING_SERVICES, type LoggingService, type ServiceLog } from "./service-logs";

export const serviceLogGroupExplicit = stackRule({
	id: "service-log-group-explicit",
	title: "AWS services write to explicitly managed log groups",
	checklistItems: ["L75"],
	severity: "low",
	since: "1.0.0",
	resources: LOGGING_SERVICES.map(({ type }) => type),
	why: "RDS, EKS, CodeBuild and other services create their log groups implicitly. Their logs never expire, and they are in no stack.",
	fix: "Create a LogGroup with retentionInDays and the name in the message before the service writes to it. A CodeBuild project can use another one with logsConfig.cloudwatchLogs.groupName.",
	whenNotToUse: "Another process sets the retention of all new log groups.",
	references: [
		{
			title: "Amazon RDS, User Guide: Publishing database logs to Amazon CloudWatch Logs",
			url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
		},
		{
			title: "Amazon EKS, User Guide: Send control plane logs to CloudWatch Logs",
			url: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
		},
		{
			title: "AWS CodeBuild, API Reference: CloudWatchLogsConfig",
			url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CloudWatchLogsConfig.html",
		},
		{
			title: "AWS App Runner, Developer Guide: Viewing App Runner logs streamed to CloudWatch Logs",
			url: "https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html",
		},
	],

	check(resource, { graph }) {
		const service = LOGGING_SERVICES.find(({ type }) => resource.is(type));
		if (!service) return notApplicable("it creates no log groups");
		return checkNamedGroup(resource, graph) ?? checkImplicitGroups(resource, service, graph);
	},
});

/** The verdict on a project that references a log group; undefined if it uses the default one. */
function checkNamedGroup(resource: Resource, graph: ResourceGraph): Verdict | undefined {
	const named = resource.inputs.read("logsConfig").read("cloudwatchLogs").read("groupName");
	if (!resource.is(CodeBuildProject) || named.isAbsent) return undefined;
	const { resources: groups, state } = graph.follow(resource, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? undetermined(named) : inOtherStack("its log group is not in this stack");
}

function checkImplicitGroups(resource: Resource, service: LoggingService, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const logs = service.logs(resource);
	const written = logs.flatMap((log) => ("pattern" in log ? log : []));
	const unknown = logs.flatMap((log) => ("pattern" in log ? [] : undetermined(log)));
	const verdicts = written.map((log) => checkGroup(resource, service, log, [log], graph));
	const missing = written.filter((_, index) => verdicts[index]?.verdict === "fail");
	const [first] = missing;
	const others = verdicts.filter(({ verdict }) => verdict !== "fail");
	// One finding for all log groups of a resource.
	const failed = first ? [checkGroup(resource, service, first, missing, graph)] : [];
	return allOf([...failed, ...unknown, ...others], notApplicable("it writes no logs to implicitly created log groups"));
}

/** @param reported the logs whose groups the failure lists */
function checkGroup(
	resource: Resource,
	{ type, name }: LoggingService,
	log: ServiceLog,
	reported: readonly ServiceLog[],
	graph: ResourceGraph,
): Verdict {
	if (log.isGenerated)
		return notDecidable(
			undefined,
			`${name} creates the log group ${log.pattern} with a generated name; set its retention after deployment`,
		);
	const groups = [...new Set(reported.map(({ pattern, shown }) => shown ?? pattern))];
	const message = `lets ${name} create the log group${groups.length > 1 ? "s" : ""} ${groups.join(", ")} without expiry`;
	return checkImplicitGroup(resource, { ...log, type, after: resource }, { where: log.where ?? "", message }, graph);
}
