import { SETTLED_AFTER_MINUTES } from "../../../../signals/logins";
import { cursorFrom, readCursor } from "../ledger/cursors";
import type { Table } from "../ledger/table";

/**
 * Seconds since the time up to which the authentication logs have been read, by the pass that is further behind its schedule. If they were never read, seconds
 * since publishing first ran, so that a poller that never worked is detected as well.
 */
export async function pollerLag(table: Table, now: Date): Promise<number> {
	const [tail, reconciliation] = await Promise.all([readCursor(table, "tail"), readCursor(table, "reconciliation")]);
	const lags = [tail ?? (await cursorFrom(table, "started", now)), reconciliation && withoutDelay(reconciliation)].map((through) =>
		secondsBetween(through ?? now, now),
	);
	return Math.max(0, ...lags);
}

/** The reconciliation pass lags by this time by design. */
function withoutDelay(reconciliation: Date): Date {
	return new Date(reconciliation.getTime() + SETTLED_AFTER_MINUTES * 60_000);
}

function secondsBetween(one: Date, other: Date): number {
	return Math.round((other.getTime() - one.getTime()) / 1000);
}
