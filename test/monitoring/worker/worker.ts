import { createHmac } from "node:crypto";
import { Logger } from "@aws-lambda-powertools/logger";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import type { Dependencies } from "../../../stacks/monitoring/functions/worker/process-delivery";

/** Half an hour after the examples happened. */
export const NOW = new Date("2025-12-09T13:44:35Z");

export function surroundingsOf(table: Table): Dependencies {
	return {
		now: () => NOW,
		table,
		hash: async (account) => createHmac("sha256", "key").update(account).digest("base64url").slice(0, 22),
		log: logOf(new Logger({ serviceName: "auth" })),
	};
}

/** All that a ledger holds, by what it is. */
export async function holdingsOf({ client, name }: Table) {
	const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
	const ofType = (type: string) => Items.filter(({ id }) => id.startsWith(`${type}#`)).sort((one, other) => (one.id < other.id ? -1 : 1));
	return {
		entries: ofType("entry"),
		deliveries: ofType("delivery"),
		unprocessed: ofType("unprocessed"),
		countries: ofType("countries"),
		/** As one text, without the bodies of unprocessed events. */
		text: JSON.stringify(Items.map(({ body: _, ...item }) => item)),
	};
}
