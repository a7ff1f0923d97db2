import { type Example, resource } from "../../engine/example";
import { HttpApi, LogGroup } from "../../facts/kinds";

const logs = resource(LogGroup, "logs", { retentionInDays: 30 });
const hooks = resource(HttpApi, "hooks", { protocolType: "HTTP" });
const holding = (...holds: readonly string[]) => ({ about: "stack", surroundings: { holds } }) as const;

export const examples: readonly Example[] = [
	{ title: "A stack that holds the webhook, and has an API", verdict: "not-applicable", stack: [hooks], ...holding("webhook") },
	{ title: "A stack of which nothing is said", verdict: "not-applicable", stack: [logs], about: "stack" },
	{ title: "A stack that holds the webhook, and has logs only", verdict: "fail", stack: [logs], ...holding("webhook") },
	{
		title: "A stack that holds an application, but not the edge in front of it",
		verdict: "fail",
		stack: [hooks],
		...holding("app", "edge"),
	},
	{
		title: "A stack that holds the edge in a template that no rule reads",
		verdict: "unknown",
		because: "beyond",
		stack: [logs, { type: "aws:cloudformation/stack:Stack", name: "legacy", inputs: { templateBody: "{}" } }],
		...holding("edge"),
	},
];
