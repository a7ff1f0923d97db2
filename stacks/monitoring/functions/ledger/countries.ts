import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { inDays, type Table } from "./table";

/** Days after the last session for which a user's countries are remembered. */
const DAYS = 180;

/**
 * Notes that an account had a session from a country, and says whether that is news: the account was known before, and this event is the first
 * from there. The same event gets the same answer however often it is told.
 *
 * @param country a region code as Scalekit writes it, e.g. `IN`
 */
export async function noteCountry(table: Table, account: string, country: string, event: string, now: Date): Promise<"news" | "no news"> {
	const attribute = `country_${country}`;
	const { Attributes = {} } = await table.client.send(
		new UpdateCommand({
			TableName: table.name,
			Key: { id: `countries#${account}` },
			UpdateExpression:
				"SET #country = if_not_exists(#country, :event), firstEvent = if_not_exists(firstEvent, :event), expires = :expires",
			ExpressionAttributeNames: { "#country": attribute },
			ExpressionAttributeValues: { ":event": event, ":expires": inDays(now, DAYS) },
			ReturnValues: "ALL_NEW",
		}),
	);
	return Attributes[attribute] === event && Attributes.firstEvent !== event ? "news" : "no news";
}
