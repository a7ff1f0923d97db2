import { NEW_COUNTRY_LOGIN } from "../../signals/logins";
import { startOf, windowOf } from "../../stacks/monitoring/functions/ledger/window";
import { SETTLED_AFTER_MS } from "../../stacks/monitoring/functions/poller/login-entries";
import { keyOf } from "../../test/support/published";
import type { EventKind, ScalekitEvent } from "./events";
import type { PlannedLogin } from "./logins";

/** The expected totals by window, metric and connection type, without zeros. */
export type Truth = ReadonlyMap<string, number>;

const METRICS_OF: Readonly<Record<EventKind, readonly string[]>> = {
	login: ["SessionStarted", "EventHandled"],
	logout: ["SessionEnded", "EventHandled"],
	signup: ["SignupCompleted", "EventHandled"],
	membership: ["MembershipCreated", "EventHandled"],
	other: ["EventHandled"],
	unknown: ["EventUnknown"],
	malformed: ["EventMalformed"],
};

class Tally {
	readonly totals = new Map<string, number>();

	add(at: Date, name: string, amount = 1, dimensions: Readonly<Record<string, string>> = {}): void {
		const key = keyOf(startOf(windowOf(at)), name, dimensions);
		this.totals.set(key, (this.totals.get(key) ?? 0) + amount);
	}

	/** The largest group by window. */
	largest(name: string, groups: ReadonlyMap<string, { readonly at: Date; readonly size: number }>): void {
		for (const { at, size } of groups.values()) {
			const key = keyOf(startOf(windowOf(at)), name);
			this.totals.set(key, Math.max(this.totals.get(key) ?? 0, size));
		}
	}
}

export function truthOfEvents(events: readonly ScalekitEvent[]): Truth {
	const tally = new Tally();
	for (const { kind, at, seconds } of events) {
		for (const name of METRICS_OF[kind]) tally.add(at, name);
		if (kind === "logout") tally.add(at, "SessionSeconds", seconds);
	}
	return tally.totals;
}

/** Sessions from a country that is new for a user; their window depends on the order of deliveries. */
export function newCountries(events: readonly ScalekitEvent[]): number {
	const seen = new Map<string, Set<string>>();
	for (const { kind, user, country } of events) {
		if (kind === "login") seen.set(user, (seen.get(user) ?? new Set()).add(country));
	}
	return [...seen.values()].reduce((sum, countries) => sum + countries.size - 1, 0);
}

export const ANY_WINDOW: ReadonlySet<string> = new Set([NEW_COUNTRY_LOGIN.name]);

export function truthOfLogins(logins: readonly PlannedLogin[]): Truth {
	const tally = new Tally();
	const accounts = new Map<string, { at: Date; size: number }>();
	const organizations = new Map<string, { at: Date; size: number }>();
	const both = (at: Date, name: string, type: string) => {
		tally.add(at, name);
		tally.add(at, name, 1, { type });
	};
	const group = (groups: Map<string, { at: Date; size: number }>, at: Date, by: string) => {
		const key = `${windowOf(at)} ${by}`;
		groups.set(key, { at, size: (groups.get(key)?.size ?? 0) + 1 });
	};
	for (const { at, end, type, email, organization } of logins) {
		both(at, "LoginStarted", type);
		if (end === "SUCCESS") both(at, "LoginSucceeded", type);
		both(new Date(at.getTime() + SETTLED_AFTER_MS), "LoginSettled", type);
		if (end === "open") both(new Date(at.getTime() + SETTLED_AFTER_MS), "LoginAbandoned", type);
		if (end !== "FAILED") continue;
		both(at, "LoginFailed", type);
		group(accounts, at, email);
		group(organizations, at, organization);
	}
	tally.largest("AccountFailures", accounts);
	tally.largest("OrganizationFailures", organizations);
	return tally.totals;
}
