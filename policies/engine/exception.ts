/** A named resource excused from a rule, for a reason, by someone, until a day. */
export interface Exception {
	readonly rule: string;
	/** A glob over the resource's name, its URN, or `type::name`. */
	readonly resource: string;
	readonly owner: string;
	readonly reason: string;
	/** The last day on which it holds, `YYYY-MM-DD`. */
	readonly expires: string;
	/** Where it is written, for messages: `readiness.yaml:12`. */
	readonly source?: string;
	/** Decides whether a resource's name, `type::name` or URN is meant. */
	matches(subject: string): boolean;
}

/** What an exception may be about: a rule on a resource. */
export interface Excusable {
	readonly rule: string;
	readonly urn: string;
	readonly type: string;
	readonly name: string;
}

/** The exceptions of a run: finds the one for a finding and remembers which were of use. */
export class Exceptions {
	readonly #used = new Set<Exception>();

	/** @param today `YYYY-MM-DD`; an exception holds up to and including its last day */
	constructor(
		private readonly all: readonly Exception[],
		private readonly today: string,
	) {}

	/** The exceptions for a failing finding: the one in force, or the one that has run out where none is in force. */
	of(finding: Excusable): { exception?: Exception; expired?: Exception } {
		const meant = this.all.filter((each) => each.rule === finding.rule && subjects(finding).some((subject) => each.matches(subject)));
		for (const each of meant) this.#used.add(each);
		const exception = meant.find((each) => each.expires >= this.today);
		if (exception) return { exception };
		return meant[0] ? { expired: meant[0] } : {};
	}

	/** Those that matched no failing finding. */
	get unused(): readonly Exception[] {
		return this.all.filter((each) => !this.#used.has(each));
	}
}

function subjects(finding: Excusable): readonly string[] {
	return [finding.name, `${finding.type}::${finding.name}`, finding.urn];
}
