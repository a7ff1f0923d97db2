import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { WEBHOOK_PATH } from "../../../../signals/webhooks";

/** The one route of the API, as API Gateway names it. */
export const ROUTE = `POST ${WEBHOOK_PATH}`;

/** What is read of an event of an HTTP API, payload format 2.0 (API Gateway, Developer Guide: Lambda proxy integrations for HTTP APIs). */
export interface Request extends Pick<APIGatewayProxyEventV2, "routeKey" | "body" | "isBase64Encoded"> {
	/** HTTP APIs send names in lower case and join repeated headers with commas; lists and other cases are understood as well. */
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A header's values, however it is spelled and in whatever way it was repeated, joined with commas; empty where it is missing. */
export function headerOf({ headers }: Request, name: string): string {
	return Object.entries(headers)
		.filter(([key]) => key.toLowerCase() === name)
		.flatMap(([, value]) => value ?? [])
		.map((value) => value.trim())
		.filter(Boolean)
		.join(",");
}

/** The body's bytes, as they were sent and signed. */
export function bodyOf({ body = "", isBase64Encoded }: Request): Buffer {
	return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
}
