import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";

/** The index of entries by window. */
export const BY_WINDOW = "by-window";

/** The ledger's table: hash key `id`, index `by-window` (`window`, `id`), TTL attribute `expires`. */
export interface Table {
	readonly name: string;
	readonly client: DynamoDBDocumentClient;
}

export function ledgerTable(client: DynamoDBClient, name: string): Table {
	return { name, client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }) };
}

const DAY = 86_400_000;

/**
 * Value of `expires` (epoch seconds) after a number of days. DynamoDB deletes items within days after it, so nothing may depend on the deletion (DynamoDB,
 * Developer Guide: Using time to live).
 */
export function expiryAfter(now: Date, days: number): number {
	return Math.floor((now.getTime() + days * DAY) / 1000);
}

/** The result of a conditional write; other errors are thrown. */
export async function conditionalWrite(write: Promise<unknown>): Promise<"written" | "exists"> {
	try {
		await write;
		return "written";
	} catch (error) {
		if (error instanceof ConditionalCheckFailedException) return "exists";
		throw error;
	}
}

/** The items of a window in the index, page by page. The index is eventually consistent. */
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
