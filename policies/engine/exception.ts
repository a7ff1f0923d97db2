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
	/** The one name, `type::name` or URN that it is about, where it is about one. */
	readonly literal?: string | undefined;
	/** Decides whether a resource is meant. */
	matches(subject: Excusable): boolean;
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
	readonly #byRule = new Map<string, OfRule>();

	/** @param today `YYYY-MM-DD`; an exception holds up to and including its last day */
	constructor(
		private readonly all: readonly Exception[],
		private readonly today: string,
	) {
		for (const each of all) {
			const ofRule = this.#byRule.get(each.rule) ?? { byLiteral: new Map<string, Exception[]>(), globs: [] as Exception[] };
			this.#byRule.set(each.rule, ofRule);
			const alike = each.literal === undefined ? ofRule.globs : ofRule.byLiteral.get(each.literal);
			if (alike) alike.push(each);
			else ofRule.byLiteral.set(each.literal as string, [each]);
		}
	}

	/** The exceptions for a failing finding: the one in force, or the one that has run out where none is in force. */
	of(finding: Excusable): { exception?: Exception; expired?: Exception } {
		const ofRule = this.#byRule.get(finding.rule);
		if (!ofRule) return {};
		const named = subjectsOf(finding).flatMap((subject) => ofRule.byLiteral.get(subject) ?? []);
		const meant = [...new Set(named), ...ofRule.globs].filter((each) => each.matches(finding));
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

interface OfRule {
	readonly byLiteral: Map<string, Exception[]>;
	readonly globs: Exception[];
}

/** What an exception may call a resource: its name, its type and name, its URN. */
export function subjectsOf({ name, type, urn }: Excusable): readonly [name: string, typed: string, urn: string] {
	return [name, `${type}::${name}`, urn];
}
