/** What a composite alarm's rule asks of another alarm: `ALARM("logins")`, inside of NOT or not. */
export interface Asked {
	/** The name or ARN of the alarm. */
	readonly of: string;
	/** True where it helps the composite alarm to ring that the other one rings. */
	readonly rings: boolean;
}

const PARTS = /\b(?:NOT|AND|OR)\b|\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("[^"]*"|'[^']*'|[^()\s]+)\s*\)|[()]/gi;

/** Each alarm that a composite alarm's rule names, with what is asked of it. */
export function askedIn(rule: string): readonly Asked[] {
	const asked: Asked[] = [];
	const outer: boolean[] = [];
	let negated = false;
	let not = false;
	for (const [part, state, of] of rule.matchAll(PARTS)) {
		if (/^not$/i.test(part)) not = !not;
		else if (/^(and|or)$/i.test(part)) not = false;
		else if (state && of) {
			asked.push({ of: of.replace(/^["']|["']$/g, ""), rings: (state.toUpperCase() === "ALARM") === (negated === not) });
			not = false;
		} else if (part === "(") {
			outer.push(negated);
			negated = negated !== not;
			not = false;
		} else negated = outer.pop() ?? false;
	}
	return asked;
}
