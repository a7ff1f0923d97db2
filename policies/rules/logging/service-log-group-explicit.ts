import type { ProjectArgs } from "@pulumi/aws/codebuild/project";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { beyond, elsewhere, notApplicable, pass, unknown, type Verdict } from "../../engine/verdict";
import { AppRunnerService, CodeBuildProject, LogGroup } from "../../facts/kinds";
import { CODEBUILD_LOG_GROUP_PREFIX } from "../../facts/log-groups";
import { hasFixedName, missingGroup } from "./missing-group";
import { groupsNamedAfter } from "./named-after";
import { mayBeNamed } from "./unseen-names";

export const serviceLogGroupExplicit = stackRule({
	id: "service-log-group-explicit",
	title: "CodeBuild and App Runner write to log groups that expire",
	lines: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [CodeBuildProject, AppRunnerService],
	why: "CodeBuild and App Runner make their log groups by themselves. Those never expire, and no stack shows them.",
	fix: 'Make a LogGroup with retentionInDays and set logsConfig.cloudwatchLogs.groupName to its name, or name the log group "/aws/codebuild/" and the project\'s name.',
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: [
		"AWS CodeBuild, API reference: CloudWatchLogsConfig",
		"AWS App Runner, Developer Guide: Viewing App Runner logs streamed to CloudWatch Logs",
	],

	check(resource, { graph }) {
		return resource.is(CodeBuildProject)
			? checkProject(resource, graph)
			: beyond(undefined, "App Runner names its log groups after an id that it makes up: set their retention once they are there");
	},
});

function checkProject(project: Resource<ProjectArgs>, graph: ResourceGraph): Verdict {
	const logs = project.read("logsConfig").read("cloudwatchLogs");
	const status = logs.read("status").or("ENABLED");
	if (status.isUnknown) return unknown(status);
	if (status.is("DISABLED")) return notApplicable("it writes nothing to CloudWatch");
	const named = logs.read("groupName");
	if (named.isAbsent) return groupByName(project, graph);
	const { resources: groups, state } = graph.follow(project, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? unknown(named) : elsewhere("its log group is not in this stack");
}

function groupByName(project: Resource<ProjectArgs>, graph: ResourceGraph): Verdict {
	const { byName, bySource } = graph.derive(projectGroups);
	const name = project.read("name");
	const physical = name.text ?? project.output("name").text;
	const group = physical === undefined ? undefined : byName.get(CODEBUILD_LOG_GROUP_PREFIX + physical);
	if (group) return group.data.external ? elsewhere("its log group is not in this stack") : pass();
	if (bySource.has(project.urn)) return pass();
	const unseen = mayBeNamed(project, graph);
	if (unseen) return unseen;
	if (physical === undefined && name.isUnknown && byName.size > 0) return unknown(name);
	return missingGroup(
		hasFixedName(project),
		graph,
		"logsConfig.cloudwatchLogs.groupName",
		"has no log group in this stack: CodeBuild makes one at the first build, and its logs never expire",
	);
}

function projectGroups(graph: ResourceGraph) {
	return groupsNamedAfter(CodeBuildProject, CODEBUILD_LOG_GROUP_PREFIX, graph);
}
