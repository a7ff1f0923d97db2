import type { Reading } from "./reading";
import type { Verdict } from "./verdict";

/**
 * The message of a finding: its subject and what the rule found.
 *
 * @param label the common name of the resource type; undefined for the stack as a whole
 */
export function messageOf(label: string | undefined, name: string, verdict: Verdict): string {
	return oneLine(sentenceOf(label, name, verdict));
}

function sentenceOf(label: string | undefined, name: string, verdict: Verdict): string {
	const subject = label ? `${label} "${printable(name)}"` : "this stack";
	switch (verdict.verdict) {
		case "fail":
			return `${subject} ${verdict.message}`;
		case "pass":
			return subject;
		default:
			return `${subject}: ${verdict.message}`;
	}
}

/** Matches most texts, and is much faster than the replacement below. */
const PRINTED = /^[ -~]*$/;

/** A text without line breaks, control characters and invisible characters: names and keys may come from outside. */
export function oneLine(text: string): string {
	return PRINTED.test(text) ? text : text.replace(/\p{C}+/gu, " ");
}

const LONGEST_NAME = 100;
const PLAIN_NAME = /^[\w.-]+$/;

/** A name that is safe to print: without control characters and CI workflow commands, and truncated to 100 characters. */
export function printable(name: string): string {
	if (name.length <= LONGEST_NAME && PLAIN_NAME.test(name)) return name;
	const plain = name.replace(/\p{C}+/gu, " ").replaceAll("::", ":");
	return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
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
