import type { Reading } from "./reading";
import type { Verdict } from "./verdict";

/**
 * The message of a finding: its subject and what the rule found. Names in it come from outside: entry points make it safe to
 * print (safe-text.ts).
 *
 * @param label the common name of the resource type; undefined for the stack as a whole
 */
export function messageOf(label: string | undefined, name: string, verdict: Verdict): string {
	const subject = label ? `${label} "${name}"` : "this stack";
	switch (verdict.verdict) {
		case "fail":
			return `${subject} ${verdict.message}`;
		case "pass":
			return subject;
		default:
			return `${subject}: ${verdict.message}`;
	}
}

const LONGEST_NAME = 100;

/** A name as texts show it: at most 100 characters. */
export function shortName(name: string): string {
	return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** A finding's message with a short name. The name is shortened after secrets in it were masked, which need all of it. */
export function shortMessage({ name, message }: { readonly name: string; readonly message: string }): string {
	return name.length > LONGEST_NAME ? message.replaceAll(`"${name}"`, () => `"${shortName(name)}"`) : message;
}

/** The name of a container or a variable for a message; undefined if it may be something else than a name. */
export function safeName(name: Reading | string): string | undefined {
	const text = typeof name === "string" ? name : name.text;
	return text !== undefined && /^[\w./@-]{1,80}$/.test(text) ? text : undefined;
}

/** `1 resource`, `2 resources`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
