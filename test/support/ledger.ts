import { CreateTableCommand, DynamoDBClient, type DynamoDBClientConfig, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { BY_WINDOW, ledgerTable, type Table } from "../../stacks/monitoring/functions/ledger/table";
import { startInOwnProcess } from "./own-process";

/** A local DynamoDB server, with ledgers. */
export interface LedgerServer {
	readonly endpoint: string;
	/** A new, empty ledger. */
	ledger(more?: DynamoDBClientConfig): Promise<Table>;
	close(): Promise<void>;
}

const SERVER = `
	import dynalite from "dynalite";
	const server = dynalite({ createTableMs: 0 });
	server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

export async function startLedgerServer(): Promise<LedgerServer> {
	const { endpoint, stop } = await startInOwnProcess(SERVER);
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
			// It is there a moment later than it is said to be.
			await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
			return ledgerTable(client, name);
		},
		async close() {
			for (const client of clients) client.destroy();
			await stop();
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
