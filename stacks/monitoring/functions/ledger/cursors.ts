import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { conditionalWrite, type Table } from "./table";

/**
 * `tail`: up to when rows of the authentication logs have been read. `reconciliation`: up to when they have been read again after they could no longer change.
 * `published`: the first window that may not be published yet. `started`: when publishing first ran; it never moves.
 */
export type CursorName = "tail" | "reconciliation" | "published" | "started";

/** A cursor's position; undefined before its first run. */
export async function readCursor(table: Table, name: CursorName): Promise<Date | undefined> {
	const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { id: `cursor#${name}` }, ConsistentRead: true }));
	return typeof Item?.through === "number" ? new Date(Item.through) : undefined;
}

/**
 * A cursor's position. Before its first run the given position is stored immediately: otherwise each attempt that fails would start later than the one
 * before, and skip the time between.
 */
export async function cursorFrom(table: Table, name: CursorName, beginning: Date): Promise<Date> {
	const cursor = await readCursor(table, name);
	if (!cursor) await advanceCursor(table, name, beginning);
	return cursor ?? beginning;
}

/** Moves a cursor forward, never back, so that concurrent runs are safe. */
export async function advanceCursor(table: Table, name: CursorName, through: Date): Promise<void> {
	await conditionalWrite(
		table.client.send(
			new PutCommand({
				TableName: table.name,
				Item: { id: `cursor#${name}`, through: through.getTime() },
				ConditionExpression: "attribute_not_exists(id) OR through < :through",
				ExpressionAttributeValues: { ":through": through.getTime() },
			}),
		),
	);
}
