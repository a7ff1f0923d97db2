import type { StackDescription } from "../../policies/sources/source";
import { ofType } from "./collected";

/** An access log line of the API stage, with API Gateway's values for its variables. */
export function logEntryOf(stack: Pick<StackDescription, "resources">, context: Readonly<Record<string, string>>): Record<string, unknown> {
	const [stage] = ofType(stack, "aws:apigatewayv2/stage:Stage").values();
	const { format = "{}" } = (stage?.inputs?.["accessLogSettings"] ?? {}) as { format?: string };
	return JSON.parse(format.replace(/\$context\.\w+/g, (variable) => context[variable] ?? "-"));
}

/**
 * True if a line matches a JSON filter pattern in the monitoring's forms: `{ $.a = "text" && $.b = * }` (CloudWatch Logs, User Guide: Filter
 * pattern syntax).
 */
export function matches(pattern: string, line: Readonly<Record<string, unknown>>): boolean {
	const inside = /^\{ (.+) \}$/.exec(pattern)?.[1];
	if (!inside) throw new Error(`no JSON filter pattern: ${pattern}`);
	return inside.split(" && ").every((clause) => {
		const parts = /^\$\.(\w+) = (?:"([^"]*)"|\*)$/.exec(clause);
		if (!parts) throw new Error(`no clause that is known here: ${clause}`);
		const [, field = "", text] = parts;
		return text === undefined ? line[field] !== undefined : line[field] === text;
	});
}
