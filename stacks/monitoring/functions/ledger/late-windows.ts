import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ifAllowed, inDays, itemsIn, type Table } from "./table";
import { recentWindows, type Window } from "./window";

/** How many windows are published at each run without being announced, at least: the current one, and two that are over. */
export const ALWAYS_PUBLISHED = 3;

/** Writers announce what is older than the window before the current one, which leaves a whole window for clocks that differ. */
const NOT_ANNOUNCED = 2;

/** Milliseconds that an announcement stands: longer than any function runs that announces first and puts its fact then (Lambda's own limit is 15 minutes). */
const STANDS = 16 * 60_000;

/** The name of the window in the index under which announcements lie. */
const ANNOUNCEMENTS = "late";

/** An announcement that an old window has got, or is about to get, another fact. */
export interface LateWindow {
	readonly window: Window;
	/** Epoch milliseconds of the latest announcement. */
	readonly announcedAt: number;
}

/** True where nobody publishes a window any more unless it is announced. */
export function isLate(window: Window, now: Date): boolean {
	return window < (recentWindows(now, NOT_ANNOUNCED)[0] as Window);
}

export async function markLate(table: Table, window: Window, now: Date): Promise<void> {
	await table.client.send(
		new PutCommand({
			TableName: table.name,
			Item: { id: `late#${window}`, window: ANNOUNCEMENTS, late: window, announcedAt: now.getTime(), expires: inDays(now, 15) },
		}),
	);
}

/** The old windows that are to be published again, oldest first. */
export async function lateWindows(table: Table): Promise<readonly LateWindow[]> {
	const found: LateWindow[] = [];
	for await (const { late, announcedAt } of itemsIn<{ late: Window; announcedAt: number }>(table, ANNOUNCEMENTS))
		found.push({ window: late, announcedAt });
	return found;
}

/** Forgets an announcement after its window was published, unless it is so young that its fact may still be on the way, or was made again. */
export async function settleLate(table: Table, { window, announcedAt }: LateWindow, now: Date): Promise<void> {
	if (now.getTime() - announcedAt < STANDS) return;
	await ifAllowed(
		table.client.send(
			new DeleteCommand({
				TableName: table.name,
				Key: { id: `late#${window}` },
				ConditionExpression: "announcedAt = :announcedAt",
				ExpressionAttributeValues: { ":announcedAt": announcedAt },
			}),
		),
	);
}
