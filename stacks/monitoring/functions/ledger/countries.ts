import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expiryAfter, type Table } from "./table";

/** Days after a user's last session for which the user's countries are stored. */
const RETENTION_DAYS = 180;

/**
 * Records that an account had a session from a country, and returns whether the country is new: the account was known before, and this event is its first
 * from there. Idempotent: the same event returns the same result.
 *
 * @param country a region code as Scalekit writes it, e.g. `IN`
 */
export async function recordCountry(table: Table, account: string, country: string, event: string, now: Date): Promise<"new" | "known"> {
	const attribute = `country_${country}`;
	const { Attributes = {} } = await table.client.send(
		new UpdateCommand({
			TableName: table.name,
			Key: { id: `countries#${account}` },
			UpdateExpression:
				"SET #country = if_not_exists(#country, :event), firstEvent = if_not_exists(firstEvent, :event), expires = :expires",
			ExpressionAttributeNames: { "#country": attribute },
			ExpressionAttributeValues: { ":event": event, ":expires": expiryAfter(now, RETENTION_DAYS) },
			ReturnValues: "ALL_NEW",
		}),
	);
	return Attributes[attribute] === event && Attributes.firstEvent !== event ? "new" : "known";
}
