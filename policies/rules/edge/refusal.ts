import type { NotApplicable, Pass, Undetermined } from "../../engine/verdict";

/** A host that something behind a filter calls, and what messages call it. */
export interface Destination {
	readonly host: string;
	readonly what: string;
	/** False where only a variable's value names the host: no message may hold it. */
	readonly sayable: boolean;
}

/** What a filter does with one host. */
export type Answer = Pass | NotApplicable | Undetermined | Refusal;

/** A filter keeps a host out, in words that hold for several hosts at once. */
export interface Refusal {
	readonly verdict: "refused";
	readonly property?: string;
	/** What the filter does, up to the host: `drops HTTPS to`. */
	readonly does: string;
	readonly cause: string;
	/** What to do about it, where it is not to put the host on a list. */
	readonly fix?: string;
}

/** The answers that are the same for several hosts, each with those hosts. */
export function byAnswer(answers: readonly (readonly [Destination, Answer])[]): readonly (readonly [Answer, readonly Destination[]])[] {
	const groups = new Map<string, [Answer, Destination[]]>();
	for (const [destination, answer] of answers) {
		const key = JSON.stringify(answer);
		const group = groups.get(key) ?? [answer, []];
		group[1].push(destination);
		groups.set(key, group);
	}
	return [...groups.values()];
}
