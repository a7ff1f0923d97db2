import type { Reading } from "./reading";
import type { Verdict } from "./verdict";

/**
 * A finding's sentence: what it is about, and what the rule says of it.
 *
 * @param label what people call such a resource; undefined for the stack as a whole
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
			return `${subject}: ${verdict.reason}`;
	}
}

/** What most texts are made of: asked first, since it is far quicker. */
const PRINTED = /^[ -~]*$/;

/** A text without what ends a line, moves a terminal's cursor or hides: names and keys from outside are in it. */
export function oneLine(text: string): string {
	return PRINTED.test(text) ? text : text.replace(/\p{C}+/gu, " ");
}

const LONGEST_NAME = 100;
const PLAIN_NAME = /^[\w.-]+$/;

/** A name as people may see it: without what moves a terminal's cursor or speaks to a CI system, and not longer than a line. */
export function printable(name: string): string {
	if (name.length <= LONGEST_NAME && PLAIN_NAME.test(name)) return name;
	const plain = name.replace(/\p{C}+/gu, " ").replaceAll("::", ":");
	return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}

/** A name inside a message: a container's or a variable's, or undefined where something else stands in its place. */
export function shown(name: Reading | string): string | undefined {
	const text = typeof name === "string" ? name : name.text;
	return text !== undefined && /^[\w./@-]{1,80}$/.test(text) ? text : undefined;
}
