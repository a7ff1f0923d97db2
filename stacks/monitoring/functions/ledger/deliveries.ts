import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { conditionalWrite, expiryAfter, type Table } from "./table";

/** Days that a delivery is stored. Scalekit retries for up to 28 hours (Scalekit, Implement webhooks: https://docs.scalekit.com/authenticate/implement-workflows/implement-webhooks/). */
const RETENTION_DAYS = 7;

/**
 * `new`: not claimed before. `claimed`: an earlier attempt claimed it and may have failed, so it is processed again. `done`: its event is in the ledger.
 */
export type DeliveryState = "new" | "claimed" | "done";

/** Claims a delivery by its `webhook-id`, and returns its state before. */
export async function claimDelivery(table: Table, id: string, now: Date): Promise<DeliveryState> {
	const put = new PutCommand({
		TableName: table.name,
		Item: { id: deliveryKey(id), state: "claimed", expires: expiryAfter(now, RETENTION_DAYS) },
		ConditionExpression: "attribute_not_exists(id)",
	});
	if ((await conditionalWrite(table.client.send(put))) === "written") return "new";
	const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { id: deliveryKey(id) }, ConsistentRead: true }));
	return Item?.state === "done" ? "done" : "claimed";
}

/** Marks a delivery as done: its event is in the ledger. */
export async function completeDelivery(table: Table, id: string, now: Date): Promise<void> {
	await table.client.send(
		new PutCommand({ TableName: table.name, Item: { id: deliveryKey(id), state: "done", expires: expiryAfter(now, RETENTION_DAYS) } }),
	);
}

function deliveryKey(id: string): string {
	return `delivery#${id}`;
}
