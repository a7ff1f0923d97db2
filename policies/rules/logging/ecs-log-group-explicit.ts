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
import { missingGroup } from "./missing-group";
import { mayBeNamed } from "./unseen-names";

export const ecsLogGroupExplicit = stackRule({
	id: "ecs-log-group-explicit",
	title: "Containers write to a log group that is made on purpose",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [TaskDefinition],
	why: 'With awslogs-create-group or auto_create_group of FireLens set to "true" the container agent or the log router makes the log group when the first task starts. That one never expires, and no stack shows it.',
	fix: "Make a LogGroup with retentionInDays, set awslogs-group to its name and take awslogs-create-group out.",
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: ["Amazon ECS, Developer Guide: Send Amazon ECS logs to CloudWatch", "Fluent Bit, manual: Amazon CloudWatch"],

	check(task, { graph }) {
		const definitions = task.read("containerDefinitions");
		const containers = (definitions as Reading).json();
		if (containers.isUnknown) return undeterminedDocument(definitions);
		if (!containers.isList) return notDecidable(definitions, "its containerDefinitions are no list of containers in JSON");
		return allOf(
			containers.items.map((container) => checkContainer(task, container, graph)),
			notApplicable("it has no container"),
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
	if (!driver.is("awsfirelens")) return ELSEWHERE;
	const output = options.readInAnyCase("Name");
	if (output.isUnknown) return undetermined(output);
	if (!ROUTERS_TO_CLOUDWATCH.includes(output.text?.toLowerCase() ?? "")) return ELSEWHERE;
	const retention = options.readInAnyCase("log_retention_days");
	if (retention.isUnknown) return undetermined(retention);
	if ((retention.number ?? 0) > 0) return pass();
	return checkGroup(task, container, [options.readInAnyCase("log_group_name"), options.readInAnyCase("auto_create_group")], graph);
}

const ELSEWHERE = notApplicable("no container of it writes to CloudWatch by itself");

/** @param creates whether the log group is made when it is missing */
function checkGroup(task: Resource, container: Reading, [group, creates]: readonly [Reading, Reading], graph: ResourceGraph): Verdict {
	const { resources: groups, state } = graph.follow(task, group, LogGroup);
	if (groups.some((each) => !each.data.external)) return pass();
	if (state === "unknown") return undetermined(group);
	if (creates.isUnknown) return undetermined(creates);
	if (!ROUTER_TRUE.includes(creates.text?.toLowerCase() ?? "")) return inOtherStack("its log group is not in this stack");
	const unseen = mayBeNamed(task, graph);
	if (unseen) return unseen;
	const name = safeName(container.readInAnyCase("name")) ?? "?";
	const message = `lets the log group of container "${name}" be made by itself, and the logs in it never expire`;
	return missingGroup(group.text !== undefined, graph, creates, message, fixOf(creates));
}

function fixOf(creates: Reading): string | undefined {
	return creates.path.endsWith("awslogs-create-group")
		? undefined
		: "Make a LogGroup with retentionInDays, set log_group_name to its name, and take auto_create_group out or set log_retention_days.";
}
