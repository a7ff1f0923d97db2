import type { ConnectionType } from "../../../../signals/logins";

/** What can have happened; the totals that are published are counts of these (publisher/totals.ts). */
export const FACT_KINDS = [
	"login.started",
	"login.succeeded",
	"login.failed",
	"login.settled",
	"login.abandoned",
	"login.new-country",
	"signup.completed",
	"membership.created",
	"session.started",
	"session.ended",
	"event.handled",
	"event.unknown",
	"event.malformed",
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** Something that happened once. `kind` and `source` together are its identity: telling it again changes nothing. */
export interface Fact {
	readonly kind: FactKind;
	/** Id of what it was read from: an authentication request, an event. */
	readonly source: string;
	/** When it happened; decides the window that it counts in. */
	readonly at: Date;
	readonly connectionType?: ConnectionType;
	/** Keyed hash of the account; never the account. */
	readonly account?: string;
	/** Scalekit's id of the organization. */
	readonly organization?: string;
	/** How long it lasted, in seconds. */
	readonly seconds?: number;
}

/** The key under which the ledger holds a fact. */
export function keyOf({ kind, source }: Pick<Fact, "kind" | "source">): string {
	return `fact#${kind}#${source}`;
}
