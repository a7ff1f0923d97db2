import type { ConnectionType } from "../../../../signals/logins";

/** Types of ledger entries; the published totals are counts of them (publisher/totals.ts). */
export const ENTRY_TYPES = [
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

export type EntryType = (typeof ENTRY_TYPES)[number];

/** An occurrence. `type` and `source` identify it: writing it again changes nothing. */
export interface LedgerEntry {
	readonly type: EntryType;
	/** Id of the authentication request or event that it comes from. */
	readonly source: string;
	/** When it occurred; determines its window. */
	readonly at: Date;
	readonly connectionType?: ConnectionType;
	/** Keyed hash of the account. */
	readonly account?: string;
	/** Scalekit's id of the organization. */
	readonly organization?: string;
	/** Duration in seconds. */
	readonly seconds?: number;
}

/** The key of a ledger entry. */
export function entryKey({ type, source }: Pick<LedgerEntry, "type" | "source">): string {
	return `entry#${type}#${source}`;
}
