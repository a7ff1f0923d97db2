import { type Example, resource } from "../../engine/example";
import { HttpApi, LogGroup } from "../../facts/resource-types";

const logs = resource(LogGroup, "logs", { retentionInDays: 30 });
const hooks = resource(HttpApi, "hooks", { protocolType: "HTTP" });
const containing = (...components: readonly string[]) => ({ subject: "stack", project: { components } }) as const;

export const examples: readonly Example[] = [
	{ title: "A stack that holds the webhook, and has an API", verdict: "not-applicable", stack: [hooks], ...containing("webhook") },
	{ title: "A stack without declared components", verdict: "not-applicable", stack: [logs], subject: "stack" },
	{ title: "A stack that holds the webhook, and has logs only", verdict: "fail", stack: [logs], ...containing("webhook") },
	{
		title: "A stack that holds an application, but not the edge in front of it",
		verdict: "fail",
		stack: [hooks],
		...containing("app", "edge"),
	},
	{
		title: "A stack that holds the edge in a template that no rule reads",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [logs, { type: "aws:cloudformation/stack:Stack", name: "legacy", inputs: { templateBody: "{}" } }],
		...containing("edge"),
	},
];
