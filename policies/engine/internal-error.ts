import type { Resource } from "./resource";
import type { Rule } from "./rule";
import type { Undetermined } from "./verdict";

/** How the message about a rule starts that threw an error. */
export const INTERNAL_ERROR = "internal error";

/**
 * The verdict of a rule that threw an error. The error's message may quote property values, as those of `JSON.parse` do, and no
 * value may be in a message.
 *
 * @param resources the resources that the rule can read
 */
export function internalError(rule: Pick<Rule, "id">, error: unknown, resources: readonly Resource[]): Undetermined {
	const message = withoutValues(messageOf(error), resources);
	return {
		verdict: "undetermined",
		reason: "internal-error",
		message: `${INTERNAL_ERROR} in rule ${rule.id}: ${message}`,
		errorStack: [message, ...framesOf(error)],
	};
}

/** Rules may throw any value, and reading it may throw again. */
function messageOf(error: unknown): string {
	try {
		return (error instanceof Error ? [error.name, error.message].filter(Boolean).join(": ") : String(error)).trim() || "no error message";
	} catch {
		return "no error message";
	}
}

/** The stack without its first lines, which contain the message. */
function framesOf(error: unknown): readonly string[] {
	const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
	return stack.split("\n").filter((line) => /^\s+at /.test(line));
}

/** The placeholder for property values. */
const VALUE = "[value]";

/** Shorter values are parts of many words. */
const SHORTEST = 4;

/** Words of error messages of JavaScript, which values contain as well: an ARN of a function. */
const ORDINARY: ReadonlySet<string> = new Set(
	"Cannot constructor defined Error expected function instance Invalid iterable Maximum number object property properties RangeError reading ReferenceError setting string SyntaxError TypeError undefined Unexpected value".split(
		" ",
	),
);

/** Messages by the resources that the rule can read: a rule that throws for one resource often throws for many. */
const known = new WeakMap<readonly Resource[], Map<string, string>>();

/** Replaces the parts of a message that are in a value or a key of a resource, and the values that are in the message. */
function withoutValues(message: string, resources: readonly Resource[]): string {
	const messages = known.get(resources) ?? new Map<string, string>();
	known.set(resources, messages);
	const before = messages.get(message);
	if (before !== undefined) return before;
	const words = message.split(/[\s"'`()[\]{},;:=<>]+|\.{2,}/).filter((word) => word.length >= SHORTEST && !ORDINARY.has(word));
	const found = new Set<string>();
	for (const { data } of resources) {
		for (const text of textsIn([data.inputs, data.outputs])) {
			if (text.length >= SHORTEST && !ORDINARY.has(text) && message.includes(text)) found.add(text);
			for (const word of words) if (text.includes(word)) found.add(word);
		}
	}
	const longestFirst = [...found].sort((a, b) => b.length - a.length);
	const without = longestFirst.reduce((rest, part) => rest.replaceAll(part, VALUE), message);
	messages.set(message, without);
	return without;
}

/** More levels than documents have. */
const MAX_DEPTH = 50;

function textsIn(value: unknown, depth = 0): readonly string[] {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return [];
	return Object.entries(value).flatMap(([key, child]) => [key, ...textsIn(child, depth + 1)]);
}
