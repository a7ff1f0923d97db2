import type { ResourceGraph } from "../../engine/graph";
import { safeName } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import {
	allOf,
	inOtherStack,
	notApplicable,
	notDecidable,
	pass,
	undetermined,
	undeterminedDocument,
	type Verdict,
} from "../../engine/verdict";
import { ROUTER_TRUE, ROUTERS_TO_CLOUDWATCH } from "../../facts/log-groups";
import { LogGroup, TaskDefinition } from "../../facts/resource-types";
import { failMissingGroup } from "./missing-group";
import { mayHaveName } from "./unknown-names";

export const ecsLogGroupExplicit = stackRule({
	id: "ecs-log-group-explicit",
	title: "Containers write to an explicitly managed log group",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [TaskDefinition],
	why: 'With awslogs-create-group, or auto_create_group of FireLens, set to "true", the container agent or log router creates the log group when the first task starts. Its logs never expire, and it is in no stack.',
	fix: "Create a LogGroup with retentionInDays, set awslogs-group to its name and remove awslogs-create-group.",
	whenNotToUse: "Another process sets the retention of all new log groups.",
	references: [
		{
			title: "Amazon ECS, Developer Guide: Send Amazon ECS logs to CloudWatch",
			url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
		},
		{ title: "Fluent Bit, manual: Amazon CloudWatch", url: "https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch" },
	],

	check(task, { graph }) {
		const definitions = task.read("containerDefinitions");
		const containers = (definitions as Reading).json();
		if (containers.isUnknown) return undeterminedDocument(definitions);
		if (!containers.isList) return notDecidable(definitions, "its containerDefinitions are not a JSON list of containers");
		return allOf(
			containers.items.map((container) => checkContainer(task, container, graph)),
			notApplicable("it has no containers"),
		);
	},
});

function checkContainer(task: Resource, container: Reading, graph: ResourceGraph): Verdict {
	const logs = container.readInAnyCase("logConfiguration");
	const driver = logs.readInAnyCase("logDriver");
	if (driver.isUnknown) return undetermined(driver);
	const options = logs.readInAnyCase("options");
	if (driver.is("awslogs"))
		return checkGroup(task, container, [options.read("awslogs-group"), options.read("awslogs-create-group")], graph);
	if (!driver.is("awsfirelens")) return NOT_CLOUDWATCH;
	const output = options.readInAnyCase("Name");
	if (output.isUnknown) return undetermined(output);
	if (!ROUTERS_TO_CLOUDWATCH.includes(output.text?.toLowerCase() ?? "")) return NOT_CLOUDWATCH;
	const retention = options.readInAnyCase("log_retention_days");
	if (retention.isUnknown) return undetermined(retention);
	if ((retention.number ?? 0) > 0) return pass();
	return checkGroup(task, container, [options.readInAnyCase("log_group_name"), options.readInAnyCase("auto_create_group")], graph);
}

const NOT_CLOUDWATCH = notApplicable("none of its containers writes to CloudWatch directly");

/** @param creates the option that creates a missing log group */
function checkGroup(task: Resource, container: Reading, [group, creates]: readonly [Reading, Reading], graph: ResourceGraph): Verdict {
	const { resources: groups, state } = graph.follow(task, group, LogGroup);
	if (groups.some((each) => !each.data.external)) return pass();
	if (state === "unknown") return undetermined(group);
	if (creates.isUnknown) return undetermined(creates);
	if (!ROUTER_TRUE.includes(creates.text?.toLowerCase() ?? "")) return inOtherStack("its log group is not in this stack");
	const possible = mayHaveName(task, graph);
	if (possible) return possible;
	const name = safeName(container.readInAnyCase("name")) ?? "?";
	const message = `creates the log group of container "${name}" at run time, without expiry`;
	return failMissingGroup(group.text !== undefined, graph, creates, message, fixOf(creates));
}

function fixOf(creates: Reading): string | undefined {
	return creates.path.endsWith("awslogs-create-group")
		? undefined
		: "Create a LogGroup with retentionInDays, set log_group_name to its name, and remove auto_create_group or set log_retention_days.";
}
