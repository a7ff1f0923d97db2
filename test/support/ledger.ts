import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { BY_WINDOW, ledgerTable, type Table } from "../../stacks/monitoring/functions/ledger/table";

/** A DynamoDB of one's own, with ledgers in it. */
export interface LedgerServer {
	readonly endpoint: string;
	/** A new, empty ledger. */
	ledger(more?: DynamoDBClientConfig): Promise<Table>;
	close(): Promise<void>;
}

export async function startLedgerServer(): Promise<LedgerServer> {
	const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const clients: DynamoDBClient[] = [];
	let made = 0;
	return {
		endpoint,
		async ledger(more = {}) {
			const client = new DynamoDBClient({
				region: "us-east-1",
				endpoint,
				credentials: { accessKeyId: "test", secretAccessKey: "test" },
				...more,
			});
			clients.push(client);
			made += 1;
			const name = `ledger-${made}`;
			await client.send(creationOf(name));
			return ledgerTable(client, name);
		},
		async close() {
			for (const client of clients) client.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** The table as parts/ledger.ts makes it. */
function creationOf(name: string): CreateTableCommand {
	return new CreateTableCommand({
		TableName: name,
		BillingMode: "PAY_PER_REQUEST",
		AttributeDefinitions: [
			{ AttributeName: "id", AttributeType: "S" },
			{ AttributeName: "window", AttributeType: "S" },
		],
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		GlobalSecondaryIndexes: [
			{
				IndexName: BY_WINDOW,
				KeySchema: [
					{ AttributeName: "window", KeyType: "HASH" },
					{ AttributeName: "id", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
}
