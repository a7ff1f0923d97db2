import type { Finding } from "../../policies/engine/finding";
import type { Said } from "../support/doors";
import { type Difference, differences, HIDDEN_REFERENCE } from "./differences";

/** The result of an entry point for a rule and resource. `silent` is no finding: the pack prints failures only. */
export type Verdict = Finding["verdict"] | "silent";

/** The doors by which a stack comes in, and what each shows. */
const DOORS = {
	"one run": "every verdict",
	"preview JSON": "every verdict",
	"pack at a preview": "what fails",
	"pack at an update": "what fails",
	"pack in policy analyze": "what fails",
	"real preview JSON": "every verdict",
	"real preview": "what fails, with short types",
	"real preview after the update": "what fails, with short types",
	"real state": "every verdict",
	"real state with secrets": "every verdict",
	"real policy analyze": "what fails, with short types",
	"real policy analyze without the passphrase": "what fails, with short types",
} as const;

export type Door = keyof typeof DOORS;

/**
 * Compares what a door says of a stack with what the reference says: the program with predicted outputs, or the state in a
 * file. What differs is in the checked list, and what is in the list differs.
 *
 * @param subject the stack, as the list names it
 */
export function expectListed(subject: string, door: Door, reference: Said, said: Said): void {
	expect(reference.size).toBeGreaterThan(0);
	expect({ door, differing: differing(door, reference, said) }).toEqual({ door, differing: listed(subject, door) });
}

/** A failure is never a pass by another door, with one exception that has its reason. */
export function contradictions(): readonly Difference[] {
	const contradicts = ({ from, to }: Difference) =>
		[from, to].includes("fail") && [from, to].some((each) => ["pass", "not-applicable"].includes(each));
	return differences.filter((each) => contradicts(each) && each.reason !== HIDDEN_REFERENCE);
}

function differing(door: Door, reference: Said, said: Said): readonly string[] {
	const [before, after] = [seenBy(door, reference), seenBy(door, said)];
	return [...new Set([...before.keys(), ...after.keys()])]
		.filter((key) => before.get(key) !== after.get(key))
		.map((key) => line(key, before.get(key), after.get(key)))
		.sort();
}

function listed(subject: string, door: Door): readonly string[] {
	return differences
		.filter((each) => each.subject === subject && each.doors.includes(door))
		.flatMap(({ findings, from, to }) => {
			const [before, after] = [from, to].map((verdict) => seenBy(door, new Map(findings.map((key) => [key, verdict]))));
			const keys = findings.map((key) => keyFor(door, key)).filter((key) => before?.get(key) !== after?.get(key));
			return keys.map((key) => line(key, before?.get(key), after?.get(key)));
		})
		.sort();
}

/** What can be seen by a door of what is said. */
function seenBy(door: Door, said: ReadonlyMap<string, Verdict>): ReadonlyMap<string, Verdict> {
	const shown = [...said].filter(([, verdict]) => (DOORS[door] === "every verdict" ? verdict !== "silent" : verdict === "fail"));
	return new Map(shown.map(([key, verdict]) => [keyFor(door, key), verdict]));
}

/** The CLI prints `aws:lb:Listener`, without the parents' types. */
function keyFor(door: Door, key: string): string {
	if (DOORS[door] !== "what fails, with short types") return key;
	return key.replace(/ (?:\S*\$)?([\w-]+):([\w-]+)(?:\/\w+)?:(\w+)::/, " $1:$2:$3::");
}

function line(key: string, from: Verdict = "silent", to: Verdict = "silent"): string {
	return `${from} -> ${to}: ${key}`;
}
