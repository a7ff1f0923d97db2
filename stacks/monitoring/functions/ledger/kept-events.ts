import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { inDays, type Table } from "./table";

/** Days that an event is kept which could not be understood: as long as Scalekit's dashboard can replay one (reference/scalekit.md §3.5). */
const DAYS = 30;

/** An event as it came, for a person to look at and for a later version to understand. Encrypted at rest, as all in the ledger. */
export interface KeptEvent {
	/** The `webhook-id` of its delivery. */
	readonly delivery: string;
	readonly because: "unknown" | "malformed";
	readonly body: string;
}

export async function keepEvent(table: Table, { delivery, because, body }: KeptEvent, now: Date): Promise<void> {
	await table.client.send(
		new PutCommand({
			TableName: table.name,
			Item: { id: `kept#${delivery}`, because, body, keptAt: now.toISOString(), expires: inDays(now, DAYS) },
		}),
	);
}
