import type { LedgerEntry } from "../ledger/entry";
import type { Event } from "./event";
import type { SessionData } from "./events/session";

/** What the worker records of an event. */
export interface EventContent {
	readonly entries: readonly LedgerEntry[];
	/** The country of a login; the ledger decides whether it is new. */
	readonly login?: LoginLocation;
}

export interface LoginLocation {
	/** Scalekit's id of the user. */
	readonly user: string;
	/** Two letters, e.g. `IN`. */
	readonly country: string;
}

/** The ledger entries of a valid event. Their source is the event's id, so that each is counted once regardless of the number of deliveries. */
export function contentOf(event: Event, now: Date): EventContent {
	const about = { source: event.id, at: timeOf(event.occurred_at, now) };
	const handled: LedgerEntry = { type: "event.handled", ...about };
	switch (event.type) {
		case "user.signup":
			return { entries: [{ type: "signup.completed", ...about }, handled] };
		case "user.organization_membership_created":
			return { entries: [{ type: "membership.created", ...about }, handled] };
		case "user.login":
			return { entries: [{ type: "session.started", ...about }, handled], login: locationOf(event.data) };
		case "user.logout": {
			const seconds = secondsOf(event.data, about.at);
			return { entries: seconds === undefined ? [handled] : [{ type: "session.ended", ...about, seconds }, handled] };
		}
		default:
			return { entries: [handled] };
	}
}

/** When an event occurred, limited to now: a sender's fast clock must not fill future windows. */
export function timeOf(occurredAt: Date, now: Date): Date {
	return occurredAt > now ? now : occurredAt;
}

function locationOf({ user, user_session: session }: SessionData): LoginLocation | undefined {
	const id = user.id ?? session.user_id;
	const country = session.device?.location?.region;
	return id && country ? { user: id, country } : undefined;
}

/**
 * The duration of a session, from its creation to `logout_at`, `expired_at` or, without either, the event. Not `updated_at`: in the documented example of a
 * logout it is an hour earlier, and `logout_at` is null.
 */
function secondsOf({ user_session: session }: SessionData, occurredAt: Date): number | undefined {
	const started = session.created_at;
	if (!started) return undefined;
	const ended = session.logout_at ?? session.expired_at ?? occurredAt;
	return Math.max(0, Math.round((ended.getTime() - started.getTime()) / 1000));
}
