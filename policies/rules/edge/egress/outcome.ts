import type { NotApplicable, Pass, Undetermined } from "../../../engine/verdict";

/** A host that clients behind a filter connect to. */
export interface Destination {
	readonly host: string;
	/** The host in messages. */
	readonly label: string;
	/** False if the host is known only from a variable's value, which messages must not contain. */
	readonly printable: boolean;
}

/** The effect of a filter on a host. */
export type Outcome = Pass | NotApplicable | Undetermined | Blocked;

/** The filter blocks a host; worded so that it applies to several hosts. */
export interface Blocked {
	readonly verdict: "blocked";
	readonly property?: string;
	/** The effect, followed by the host: `drops HTTPS to`. */
	readonly effect: string;
	readonly cause: string;
	/** The fix, if it is not to add the host to a list. */
	readonly fix?: string;
}

/** Groups hosts with equal outcomes. */
export function byOutcome(outcomes: readonly (readonly [Destination, Outcome])[]): readonly (readonly [Outcome, readonly Destination[]])[] {
	const groups = new Map<string, [Outcome, Destination[]]>();
	for (const [destination, outcome] of outcomes) {
		const key = JSON.stringify(outcome);
		const group = groups.get(key) ?? [outcome, []];
		group[1].push(destination);
		groups.set(key, group);
	}
	return [...groups.values()];
}
