import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { expiryAfter, type Table } from "./table";

/** Days that an unprocessed event is stored: as long as Scalekit's dashboard can replay it. */
const DAYS = 30;

/** An event that could not be processed, stored unchanged for analysis. Encrypted at rest, as the whole ledger. */
export interface UnprocessedEvent {
	/** The `webhook-id` of its delivery. */
	readonly delivery: string;
	readonly reason: "unknown" | "malformed";
	readonly body: string;
}

export async function storeUnprocessedEvent(table: Table, { delivery, reason, body }: UnprocessedEvent, now: Date): Promise<void> {
	await table.client.send(
		new PutCommand({
			TableName: table.name,
			Item: { id: `unprocessed#${delivery}`, reason, body, storedAt: now.toISOString(), expires: expiryAfter(now, DAYS) },
		}),
	);
}
