import {
	ACCOUNT_FAILURES,
	type ConnectionType,
	LOGIN_ABANDONED,
	LOGIN_FAILED,
	LOGIN_SETTLED,
	LOGIN_STARTED,
	LOGIN_SUCCEEDED,
	NEW_COUNTRY_LOGIN,
	ORGANIZATION_FAILURES,
} from "../../../../signals/logins";
import type { Metric } from "../../../../signals/metric";
import { SESSION_ENDED, SESSION_SECONDS, SESSION_STARTED } from "../../../../signals/sessions";
import { MEMBERSHIP_CREATED, SIGNUP_COMPLETED } from "../../../../signals/signups";
import { EVENT_HANDLED, EVENT_MALFORMED, EVENT_UNKNOWN } from "../../../../signals/webhooks";
import type { FactKind } from "../ledger/fact";
import type { CountedFact } from "../ledger/facts";
import type { Total } from "../metrics";

/** What there was in a window; more facts never make any of it less. */
export interface WindowTotals {
	/** Every metric of the ledger, zeros included. */
	readonly whole: readonly Total[];
	/** What became of logins, for the connection types that occurred. */
	readonly byConnectionType: ReadonlyMap<ConnectionType, readonly Total[]>;
}

type Measure = (facts: readonly CountedFact[]) => number;

const LOGINS: readonly (readonly [Metric, Measure])[] = [
	[LOGIN_STARTED, numberOf("login.started")],
	[LOGIN_SUCCEEDED, numberOf("login.succeeded")],
	[LOGIN_FAILED, numberOf("login.failed")],
	[LOGIN_SETTLED, numberOf("login.settled")],
	[LOGIN_ABANDONED, numberOf("login.abandoned")],
];

const ALL: readonly (readonly [Metric, Measure])[] = [
	...LOGINS,
	[ACCOUNT_FAILURES, largestGroup("login.failed", "account")],
	[ORGANIZATION_FAILURES, largestGroup("login.failed", "organization")],
	[NEW_COUNTRY_LOGIN, numberOf("login.new-country")],
	[SIGNUP_COMPLETED, numberOf("signup.completed")],
	[MEMBERSHIP_CREATED, numberOf("membership.created")],
	[SESSION_STARTED, numberOf("session.started")],
	[SESSION_ENDED, numberOf("session.ended")],
	[SESSION_SECONDS, (facts) => facts.reduce((sum, { kind, seconds = 0 }) => sum + (kind === "session.ended" ? seconds : 0), 0)],
	[EVENT_HANDLED, numberOf("event.handled")],
	[EVENT_UNKNOWN, numberOf("event.unknown")],
	[EVENT_MALFORMED, numberOf("event.malformed")],
];

export function totalsOf(facts: readonly CountedFact[]): WindowTotals {
	const byType = new Map<ConnectionType, CountedFact[]>();
	for (const fact of facts) {
		if (!fact.connectionType) continue;
		const ofType = byType.get(fact.connectionType);
		if (ofType) ofType.push(fact);
		else byType.set(fact.connectionType, [fact]);
	}
	return {
		whole: measured(ALL, facts),
		byConnectionType: new Map([...byType].map(([type, ofType]) => [type, measured(LOGINS, ofType)])),
	};
}

function measured(measures: readonly (readonly [Metric, Measure])[], facts: readonly CountedFact[]): readonly Total[] {
	return measures.map(([metric, measure]) => ({ metric, value: measure(facts) }));
}

function numberOf(kind: FactKind): Measure {
	return (facts) => facts.filter((fact) => fact.kind === kind).length;
}

/** How many facts of a kind the account or organization has that has most of them. */
function largestGroup(kind: FactKind, by: "account" | "organization"): Measure {
	return (facts) => {
		const sizes = new Map<string, number>();
		for (const fact of facts) {
			const group = fact[by];
			if (fact.kind === kind && group) sizes.set(group, (sizes.get(group) ?? 0) + 1);
		}
		let largest = 0;
		for (const size of sizes.values()) largest = Math.max(largest, size);
		return largest;
	};
}
