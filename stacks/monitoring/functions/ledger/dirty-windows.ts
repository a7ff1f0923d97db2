import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { conditionalWrite, expiryAfter, itemsIn, type Table } from "./table";
import { recentWindows, type Window } from "./window";

/** Windows published with every run without being marked: the current one and the two before it. */
export const ALWAYS_PUBLISHED = 3;

/** Writers mark windows older than the previous one, which leaves one window for clock differences. */
const UNMARKED_WINDOWS = 2;

/** Milliseconds before a marker may be cleared: longer than any function runs between marking and writing (Lambda's limit is 15 minutes). */
const MARKER_LIFETIME_MS = 16 * 60_000;

/** The partition of the index that lists dirty windows. */
const DIRTY_WINDOWS = "dirty";

/** A past window that has received, or is about to receive, another entry. */
export interface DirtyWindow {
	readonly window: Window;
	/** Epoch milliseconds of the latest marking. */
	readonly markedAt: number;
}

/** True if a window is published again only when marked dirty. */
export function needsMarker(window: Window, now: Date): boolean {
	return window < (recentWindows(now, UNMARKED_WINDOWS)[0] as Window);
}

export async function markDirty(table: Table, window: Window, now: Date): Promise<void> {
	await table.client.send(
		new PutCommand({
			TableName: table.name,
			Item: { id: `dirty#${window}`, window: DIRTY_WINDOWS, dirty: window, markedAt: now.getTime(), expires: expiryAfter(now, 15) },
		}),
	);
}

/** The windows to publish again, oldest first. */
export async function dirtyWindows(table: Table): Promise<readonly DirtyWindow[]> {
	const found: DirtyWindow[] = [];
	for await (const { dirty, markedAt } of itemsIn<{ dirty: Window; markedAt: number }>(table, DIRTY_WINDOWS))
		found.push({ window: dirty, markedAt });
	return found;
}

/** Clears a marker after its window was published, unless it is so recent that its entry may not be written yet, or was renewed. */
export async function clearDirty(table: Table, { window, markedAt }: DirtyWindow, now: Date): Promise<void> {
	if (now.getTime() - markedAt < MARKER_LIFETIME_MS) return;
	await conditionalWrite(
		table.client.send(
			new DeleteCommand({
				TableName: table.name,
				Key: { id: `dirty#${window}` },
				ConditionExpression: "markedAt = :markedAt",
				ExpressionAttributeValues: { ":markedAt": markedAt },
			}),
		),
	);
}
