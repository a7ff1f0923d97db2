import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";

/** The index that lists what lies in a window. */
export const BY_WINDOW = "by-window";

/** The ledger's table: hash key `id`, index `by-window` (`window`, `id`), time to live in `expires`. */
export interface Table {
	readonly name: string;
	readonly client: DynamoDBDocumentClient;
}

export function ledgerTable(client: DynamoDBClient, name: string): Table {
	return { name, client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }) };
}

const DAY = 86_400_000;

/**
 * Value of `expires` (epoch seconds) for what is kept some days. DynamoDB deletes within days after it, not at it, so that nothing here may
 * depend on a deletion (DynamoDB, Developer Guide: Using time to live).
 */
export function inDays(now: Date, days: number): number {
	return Math.floor((now.getTime() + days * DAY) / 1000);
}

/** What a conditional write did; any other error is thrown. */
export async function ifAllowed(write: Promise<unknown>): Promise<"written" | "refused"> {
	try {
		await write;
		return "written";
	} catch (error) {
		if (error instanceof ConditionalCheckFailedException) return "refused";
		throw error;
	}
}

/** What lies in a window of the index, page by page. The index may be behind the table by a moment. */
export async function* itemsIn<Item>(table: Table, window: string): AsyncGenerator<Item> {
	let from: Record<string, unknown> | undefined;
	do {
		const { Items, LastEvaluatedKey } = await table.client.send(
			new QueryCommand({
				TableName: table.name,
				IndexName: BY_WINDOW,
				KeyConditionExpression: "#window = :window",
				ExpressionAttributeNames: { "#window": "window" },
				ExpressionAttributeValues: { ":window": window },
				ExclusiveStartKey: from,
			}),
		);
		yield* (Items ?? []) as Item[];
		from = LastEvaluatedKey;
	} while (from);
}
