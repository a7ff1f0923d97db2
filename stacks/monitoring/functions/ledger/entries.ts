import { BatchGetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { markDirty, needsMarker } from "./dirty-windows";
import { entryKey, type LedgerEntry } from "./entry";
import { conditionalWrite, expiryAfter, itemsIn, type Table } from "./table";
import { type Window, windowOf } from "./window";

/** Days that entries are stored: a day longer than CloudWatch accepts past datapoints (CloudWatch, API Reference: PutMetricData, two weeks). */
const DAYS = 15;
/** Fewer than the SDK's 50 connections, because waiting for a free connection counts towards the connection timeout. */
const CONCURRENT_WRITES = 25;
/** Limit of one BatchGetItem (DynamoDB, API Reference: BatchGetItem). */
const BATCH = 100;

/** An entry as read from a window: without time and source. */
export type WindowEntry = Omit<LedgerEntry, "at" | "source">;

/**
 * Writes entries, each at most once, and returns the new ones.
 *
 * The window of a late entry is marked dirty before the entry is written, so that a crash leaves a redundant marker, never a missing one. An existing entry
 * keeps its first window.
 */
export async function writeEntries(table: Table, entries: readonly LedgerEntry[], now: Date): Promise<readonly LedgerEntry[]> {
	const dirty = new Set(entries.map(({ at }) => windowOf(at)).filter((window) => needsMarker(window, now)));
	for (const some of chunks([...dirty], CONCURRENT_WRITES)) await Promise.all(some.map((window) => markDirty(table, window, now)));
	const written: LedgerEntry[] = [];
	for (const some of chunks(entries, CONCURRENT_WRITES)) {
		const outcomes = await Promise.all(some.map((entry) => put(table, entry, now)));
		written.push(...some.filter((_, index) => outcomes[index] === "written"));
	}
	return written;
}

function put(table: Table, entry: LedgerEntry, now: Date): Promise<"written" | "exists"> {
	const { at, source: _, ...counted } = entry;
	const command = new PutCommand({
		TableName: table.name,
		Item: { id: entryKey(entry), window: windowOf(at), ...counted, expires: expiryAfter(now, DAYS) },
		ConditionExpression: "attribute_not_exists(id)",
	});
	return conditionalWrite(table.client.send(command));
}

/**
 * The entries that are not in the ledger yet: a cheap check before `writeEntries`, for the poller, which reads rows repeatedly. It may be stale, which only
 * costs a conditional write.
 */
export async function entriesNotYetWritten(table: Table, entries: readonly LedgerEntry[]): Promise<readonly LedgerEntry[]> {
	const known = new Set<string>();
	for (const keys of chunks([...new Set(entries.map(entryKey))], BATCH)) {
		let requested: readonly string[] = keys;
		while (requested.length > 0) {
			const { Responses, UnprocessedKeys } = await table.client.send(
				new BatchGetCommand({
					RequestItems: { [table.name]: { Keys: requested.map((id) => ({ id })), ProjectionExpression: "id" } },
				}),
			);
			for (const { id } of Responses?.[table.name] ?? []) known.add(id);
			requested = (UnprocessedKeys?.[table.name]?.Keys ?? []).map(({ id }) => id);
		}
	}
	return entries.filter((entry) => !known.has(entryKey(entry)));
}

/** The entries of a window, page by page. The index is eventually consistent; windows are published several times. */
export function entriesInWindow(table: Table, window: Window): AsyncGenerator<WindowEntry> {
	return itemsIn<WindowEntry>(table, window);
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
