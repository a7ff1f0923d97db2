import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, beyond, elsewhere, fail, notApplicable, pass, unknown, type Verdict } from "../../engine/verdict";
import { LogGroup, TaskDefinition } from "../../facts/kinds";

export const ecsLogGroupExplicit = stackRule({
	id: "ecs-log-group-explicit",
	title: "Containers write to a log group that is made on purpose",
	lines: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [TaskDefinition],
	why: 'With awslogs-create-group set to "true" the container agent makes the log group when the first task starts. That one never expires, and no stack shows it.',
	fix: "Make a LogGroup with retentionInDays, set awslogs-group to its name and take awslogs-create-group out.",
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: ["Amazon ECS, Developer Guide: Send Amazon ECS logs to CloudWatch"],

	check(task, { graph }) {
		const definitions = task.read("containerDefinitions");
		if (definitions.isUnknown) return unknown(definitions);
		const containers = (definitions as Reading).json();
		if (!containers.isList) return beyond(definitions, "its containerDefinitions are no list of containers in JSON");
		return allOf(
			containers.items.map((container) => checkContainer(task, container, graph)),
			notApplicable("it has no container"),
		);
	},
});

function checkContainer(task: Resource, container: Reading, graph: ResourceGraph): Verdict {
	const logs = container.read("logConfiguration");
	const driver = logs.read("logDriver");
	if (driver.isUnknown) return unknown(driver);
	if (!driver.is("awslogs")) return notApplicable("no container of it writes to CloudWatch by itself");
	const group = logs.read("options").read("awslogs-group");
	const { resources: groups, state } = graph.follow(task, group, LogGroup);
	if (groups.some((each) => !each.data.external)) return pass();
	if (state === "unknown") return unknown(group);
	const creates = logs.read("options").read("awslogs-create-group").or("false");
	if (creates.isUnknown) return unknown(creates);
	if (!creates.flag) return elsewhere("its log group is not in this stack");
	const unnamed = graph.all(LogGroup).find((each) => each.read("name").isUnknown && !each.output("name").isKnown);
	if (unnamed) return unknown(unnamed.read("name"));
	return fail(
		creates,
		`lets container "${container.read("name").text ?? "?"}" make its log group by itself, and the logs in it never expire`,
	);
}
