import { resource, toResourceData } from "../../../policies/engine/example";
import { TaskDefinition } from "../../../policies/facts/resource-types";
import { rules } from "../../../policies/rules";
import { judge } from "../../../policies/rules/judge";

const HOSTILE = "web\u001b[2J\n::error::owned";

it("no rule repeats an invalid container name", () => {
	const container = {
		name: HOSTILE,
		environment: [{ name: "DB_PASSWORD", value: "hunter22hunter22" }],
		logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/shop/app", "awslogs-create-group": "true" } },
	};
	const data = toResourceData(
		{ stack: [resource(TaskDefinition, "app", { family: "app", containerDefinitions: JSON.stringify([container]) })] },
		"state",
	);
	const messages = rules
		.flatMap((rule) => judge(rule, data))
		.filter((finding) => finding.verdict === "fail")
		.map((finding) => finding.message);
	expect(messages.length).toBeGreaterThanOrEqual(2);
	for (const message of messages) expect(message).not.toMatch(/\p{C}|::error/u);
});
