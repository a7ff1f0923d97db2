import type { Fact } from "../ledger/fact";
import type { Event } from "./event";
import type { SessionData } from "./events/session";

/** What an event says of itself. */
export interface Told {
	readonly facts: readonly Fact[];
	/** Where somebody logged in, as far as the event knows: whether that is news is for the ledger to say. */
	readonly visit?: Visit;
}

export interface Visit {
	/** Scalekit's id of the user. */
	readonly user: string;
	/** Two letters, e.g. `IN`. */
	readonly country: string;
}

/** The facts of an understood event. The event's own id is their source, so that each counts once however often it is delivered. */
export function factsOf(event: Event, now: Date): Told {
	const about = { source: event.id, at: timeOf(event.occurred_at, now) };
	const handled: Fact = { kind: "event.handled", ...about };
	switch (event.type) {
		case "user.signup":
			return { facts: [{ kind: "signup.completed", ...about }, handled] };
		case "user.organization_membership_created":
			return { facts: [{ kind: "membership.created", ...about }, handled] };
		case "user.login":
			return { facts: [{ kind: "session.started", ...about }, handled], visit: visitOf(event.data) };
		case "user.logout": {
			const seconds = secondsOf(event.data, about.at);
			return { facts: seconds === undefined ? [handled] : [{ kind: "session.ended", ...about, seconds }, handled] };
		}
		default:
			return { facts: [handled] };
	}
}

/** When an event happened: a sender's clock that runs ahead of ours must not fill windows that are yet to come. */
export function timeOf(occurredAt: Date, now: Date): Date {
	return occurredAt > now ? now : occurredAt;
}

function visitOf({ user, user_session: session }: SessionData): Visit | undefined {
	const id = user.id ?? session.user_id;
	const country = session.device?.location?.region;
	return id && country ? { user: id, country } : undefined;
}

/**
 * How long a session lasted, from its beginning to `logout_at`, `expired_at` or, where neither is told, to the event. Not to `updated_at`: in the
 * documented example of a logout that lies an hour before it, and `logout_at` is null.
 */
function secondsOf({ user_session: session }: SessionData, occurredAt: Date): number | undefined {
	const begun = session.created_at;
	if (!begun) return undefined;
	const ended = session.logout_at ?? session.expired_at ?? occurredAt;
	return Math.max(0, Math.round((ended.getTime() - begun.getTime()) / 1000));
}
