import { groupBy } from "./group-by";

/** Suppresses the failures of a rule on a resource, with a reason, an owner and an expiry date. */
export interface Exception {
	readonly rule: string;
	/** A glob over the resource's name, its URN, or `type::name`. */
	readonly resource: string;
	readonly owner: string;
	readonly reason: string;
	/** The last day on which it is in force, `YYYY-MM-DD`. */
	readonly expires: string;
	/** Where it is defined, for messages: `readiness.yaml:12`. */
	readonly source?: string;
	/** The name, `type::name` or URN that it matches, if it matches only one. */
	readonly literal?: string | undefined;
	matches(subject: ExceptionSubject): boolean;
}

/** What an exception is matched against: a rule and a resource. */
export interface ExceptionSubject {
	readonly rule: string;
	readonly urn: string;
	readonly type: string;
	readonly name: string;
}

/** The exceptions of a run: finds the one for a finding, and records which ones matched. */
export class Exceptions {
	readonly #used = new Set<Exception>();
	readonly #byRule: ReadonlyMap<string, OfRule>;

	/** @param today `YYYY-MM-DD`; an exception is in force up to and including its expiry date */
	constructor(
		private readonly all: readonly Exception[],
		private readonly today: string,
	) {
		this.#byRule = new Map(
			[...groupBy(all, ({ rule }) => rule)].map(([rule, exceptions]) => [
				rule,
				{
					byLiteral: groupBy(exceptions, ({ literal }) => literal ?? []),
					globs: exceptions.filter(({ literal }) => literal === undefined),
				},
			]),
		);
	}

	/** The exception for a failing finding: the one in force, or an expired one if none is. */
	of(finding: ExceptionSubject): { exception?: Exception; expired?: Exception } {
		const ofRule = this.#byRule.get(finding.rule);
		if (!ofRule) return {};
		const named = namesOf(finding).flatMap((name) => ofRule.byLiteral.get(name) ?? []);
		const matching = [...new Set(named), ...ofRule.globs].filter((each) => each.matches(finding));
		for (const each of matching) this.#used.add(each);
		const exception = matching.find((each) => each.expires >= this.today);
		if (exception) return { exception };
		return matching[0] ? { expired: matching[0] } : {};
	}

	/** The exceptions that matched no failing finding. */
	get unused(): readonly Exception[] {
		return this.all.filter((each) => !this.#used.has(each));
	}
}

interface OfRule {
	readonly byLiteral: ReadonlyMap<string, readonly Exception[]>;
	readonly globs: readonly Exception[];
}

/** The ways an exception may refer to a resource: its name, its type and name, its URN. */
export function namesOf({ name, type, urn }: ExceptionSubject): readonly [name: string, typed: string, urn: string] {
	return [name, `${type}::${name}`, urn];
}
