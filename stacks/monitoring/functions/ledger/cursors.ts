import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ifAllowed, type Table } from "./table";

/**
 * `fresh`: up to when rows of the authentication logs were read once. `settled`: up to when they were read after nothing about them could change
 * any more. `published`: the window from which on they may not all be published. `begun`: when the ledger was first published from; it never moves.
 */
export type CursorName = "fresh" | "settled" | "published" | "begun";

/** How far a reader has come; nothing where it never read. */
export async function readCursor(table: Table, name: CursorName): Promise<Date | undefined> {
	const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { id: `cursor#${name}` }, ConsistentRead: true }));
	return typeof Item?.through === "number" ? new Date(Item.through) : undefined;
}

/**
 * How far a reader has come. One that has never begun begins at the given time, which is written at once: otherwise each attempt that fails before anything
 * was read would begin later than the one before, and what lies between would never be read.
 */
export async function cursorFrom(table: Table, name: CursorName, beginning: Date): Promise<Date> {
	const cursor = await readCursor(table, name);
	if (!cursor) await advanceCursor(table, name, beginning);
	return cursor ?? beginning;
}

/** Moves a cursor forward; one that is further already stays, so that two readers at a time do no harm. */
export async function advanceCursor(table: Table, name: CursorName, through: Date): Promise<void> {
	await ifAllowed(
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
