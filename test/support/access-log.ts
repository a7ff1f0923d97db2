import type { StackDescription } from "../../policies/sources/source";
import { ofType } from "./collected";

/** A line that the stage of a stack's API would log, with what API Gateway puts in the place of its variables. */
export function logEntryOf(stack: Pick<StackDescription, "resources">, context: Readonly<Record<string, string>>): Record<string, unknown> {
	const [stage] = ofType(stack, "aws:apigatewayv2/stage:Stage").values();
	const { format = "{}" } = (stage?.inputs?.["accessLogSettings"] ?? {}) as { format?: string };
	return JSON.parse(format.replace(/\$context\.\w+/g, (variable) => context[variable] ?? "-"));
}

/**
 * True where a line matches a JSON filter pattern, of the kinds that the monitoring has: `{ $.a = "text" && $.b = * }` (CloudWatch Logs, User Guide: Filter
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
