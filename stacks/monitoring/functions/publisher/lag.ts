import { cursorFrom, readCursor } from "../ledger/cursors";
import type { Table } from "../ledger/table";

/**
 * Seconds since the time up to which the authentication logs were read. Where they were never read, seconds since the ledger was first published from,
 * so that a poller that never worked is seen as well.
 */
export async function pollerLag(table: Table, now: Date): Promise<number> {
	const since = (await readCursor(table, "fresh")) ?? (await cursorFrom(table, "begun", now));
	return Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
}
