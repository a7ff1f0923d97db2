import { createHmac } from "node:crypto";
import { Logger } from "@aws-lambda-powertools/logger";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import type { Surroundings } from "../../../stacks/monitoring/functions/worker/work";

/** Half an hour after the examples happened. */
export const NOW = new Date("2025-12-09T13:44:35Z");

export function surroundingsOf(table: Table): Surroundings {
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
	const ofKind = (kind: string) => Items.filter(({ id }) => id.startsWith(`${kind}#`)).sort((one, other) => (one.id < other.id ? -1 : 1));
	return {
		facts: ofKind("fact"),
		deliveries: ofKind("delivery"),
		kept: ofKind("kept"),
		countries: ofKind("countries"),
		/** As one text, without the bodies of kept events. */
		text: JSON.stringify(Items.map(({ body: _, ...item }) => item)),
	};
}
