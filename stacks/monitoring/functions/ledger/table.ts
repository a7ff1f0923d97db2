import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

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
