import { SETTLED_AFTER_MINUTES } from "../../../../signals/logins";
import { cursorFrom, readCursor } from "../ledger/cursors";
import type { Table } from "../ledger/table";

/**
 * Seconds since the time up to which the authentication logs were read: of the reading that is further behind, what it leaves to the other for good reason not
 * counted. Where they were never read, seconds since the ledger was first published from, so that a poller that never worked is seen as well.
 */
export async function pollerLag(table: Table, now: Date): Promise<number> {
	const [fresh, settled] = await Promise.all([readCursor(table, "fresh"), readCursor(table, "settled")]);
	const lags = [fresh ?? (await cursorFrom(table, "begun", now)), settled && later(settled)].map((through) =>
		secondsBetween(through ?? now, now),
	);
	return Math.max(0, ...lags);
}

/** The settled reading is this far behind by design. */
function later(settled: Date): Date {
	return new Date(settled.getTime() + SETTLED_AFTER_MINUTES * 60_000);
}

function secondsBetween(one: Date, other: Date): number {
	return Math.round((other.getTime() - one.getTime()) / 1000);
}
