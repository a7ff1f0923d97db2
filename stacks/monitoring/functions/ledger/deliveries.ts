import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ifAllowed, inDays, type Table } from "./table";

/** Days that a delivery is remembered. Scalekit's pages name retries over up to 28 hours (reference/scalekit.md §3.5). */
const DAYS = 7;

/**
 * `new`: nobody took it before. `begun`: an attempt took it and nobody knows how far that came, so it goes on as if it were new.
 * `done`: its event is in the ledger.
 */
export type DeliveryState = "new" | "begun" | "done";

/** Takes a delivery by its `webhook-id`, and says how far it had come before. */
export async function takeDelivery(table: Table, id: string, now: Date): Promise<DeliveryState> {
	const put = new PutCommand({
		TableName: table.name,
		Item: { id: keyOf(id), state: "begun", expires: inDays(now, DAYS) },
		ConditionExpression: "attribute_not_exists(id)",
	});
	if ((await ifAllowed(table.client.send(put))) === "written") return "new";
	const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { id: keyOf(id) }, ConsistentRead: true }));
	return Item?.state === "done" ? "done" : "begun";
}

/** Notes that a delivery's event is in the ledger. */
export async function finishDelivery(table: Table, id: string, now: Date): Promise<void> {
	await table.client.send(new PutCommand({ TableName: table.name, Item: { id: keyOf(id), state: "done", expires: inDays(now, DAYS) } }));
}

function keyOf(id: string): string {
	return `delivery#${id}`;
}
