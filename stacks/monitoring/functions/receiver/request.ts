import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { WEBHOOK_PATH } from "../../../../signals/webhooks";

/** The API's only route, as an API Gateway route key. */
export const ROUTE = `POST ${WEBHOOK_PATH}`;

/** The fields in use of an HTTP API event, payload format 2.0 (API Gateway, Developer Guide: Lambda proxy integrations for HTTP APIs). */
export interface Request extends Pick<APIGatewayProxyEventV2, "routeKey" | "body" | "isBase64Encoded"> {
	/** HTTP APIs send names in lower case and join repeated headers with commas; lists and other cases are accepted as well. */
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A header's values, in any case and form of repetition, joined with commas; empty if missing. */
export function headerOf({ headers }: Request, name: string): string {
	return Object.entries(headers)
		.filter(([key]) => key.toLowerCase() === name)
		.flatMap(([, value]) => value ?? [])
		.map((value) => value.trim())
		.filter(Boolean)
		.join(",");
}

/** The body's bytes as sent and signed. */
export function bodyOf({ body = "", isBase64Encoded }: Request): Buffer {
	return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
}
