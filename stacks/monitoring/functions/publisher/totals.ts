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
import type { WindowEntry } from "../ledger/entries";
import type { EntryType } from "../ledger/entry";
import type { Total } from "../metrics-writer";

/** The totals of a window; further entries never reduce any of them. */
export interface WindowTotals {
	/** All metrics counted from the ledger, zeros included. */
	readonly whole: readonly Total[];
	/** Login outcomes by connection type, for the types that occurred. */
	readonly byConnectionType: ReadonlyMap<ConnectionType, readonly Total[]>;
}

type Measure = (entries: readonly WindowEntry[]) => number;

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
	[SESSION_SECONDS, (entries) => entries.reduce((sum, { type, seconds = 0 }) => sum + (type === "session.ended" ? seconds : 0), 0)],
	[EVENT_HANDLED, numberOf("event.handled")],
	[EVENT_UNKNOWN, numberOf("event.unknown")],
	[EVENT_MALFORMED, numberOf("event.malformed")],
];

export function totalsOf(entries: readonly WindowEntry[]): WindowTotals {
	const byType = new Map<ConnectionType, WindowEntry[]>();
	for (const entry of entries) {
		if (!entry.connectionType) continue;
		const ofType = byType.get(entry.connectionType);
		if (ofType) ofType.push(entry);
		else byType.set(entry.connectionType, [entry]);
	}
	return {
		whole: measured(ALL, entries),
		byConnectionType: new Map([...byType].map(([type, ofType]) => [type, measured(LOGINS, ofType)])),
	};
}

function measured(measures: readonly (readonly [Metric, Measure])[], entries: readonly WindowEntry[]): readonly Total[] {
	return measures.map(([metric, measure]) => ({ metric, value: measure(entries) }));
}

function numberOf(kind: EntryType): Measure {
	return (entries) => entries.filter((entry) => entry.type === kind).length;
}

/** The number of entries of a type that the account or organization with the most has. */
function largestGroup(kind: EntryType, by: "account" | "organization"): Measure {
	return (entries) => {
		const sizes = new Map<string, number>();
		for (const entry of entries) {
			const group = entry[by];
			if (entry.type === kind && group) sizes.set(group, (sizes.get(group) ?? 0) + 1);
		}
		let largest = 0;
		for (const size of sizes.values()) largest = Math.max(largest, size);
		return largest;
	};
}
