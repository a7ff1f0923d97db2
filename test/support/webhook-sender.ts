import { randomBytes, randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { Webhook } from "standardwebhooks";

/** What of a delivery differs from the usual. */
export interface Differences {
	/** `webhook-id`. */
	readonly id?: string;
	/** When Scalekit says that it sent it; also the time that is signed. */
	readonly at?: Date;
	/** Headers besides, or other than, those of a good delivery; `undefined` leaves one out. */
	readonly headers?: Readonly<Record<string, string | undefined>>;
	readonly base64?: boolean;
	readonly routeKey?: string;
}

/** A secret as Scalekit's dashboard shows one. */
export function newSecret(): string {
	return `whsec_${randomBytes(24).toString("base64")}`;
}

/** The headers with which Scalekit sends a body, by the reference library of Standard Webhooks. */
export function signedHeaders(secret: string, body: string, { id, at }: { readonly id: string; readonly at: Date }) {
	return {
		"webhook-id": id,
		"webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
		"webhook-signature": new Webhook(secret).sign(id, at, body),
	};
}

/** A delivery as the HTTP API gives it to the receiver (payload format 2.0): names of headers in lower case, repeated ones joined with commas. */
export function deliveryOf(secret: string, body: string, differences: Differences = {}): APIGatewayProxyEventV2 {
	const { id = `msg_${randomUUID()}`, at = new Date(), headers = {}, base64 = false, routeKey = "POST /webhooks/scalekit" } = differences;
	const [method = "POST", path = "/"] = routeKey.split(" ");
	return {
		version: "2.0",
		routeKey,
		rawPath: path,
		rawQueryString: "",
		headers: present({
			"content-type": "application/json",
			"user-agent": "Svix-Webhooks/1.62",
			...signedHeaders(secret, body, { id, at }),
			...headers,
		}),
		requestContext: {
			accountId: "123456789012",
			apiId: "api",
			domainName: "api.execute-api.us-east-1.amazonaws.com",
			domainPrefix: "api",
			http: { method, path, protocol: "HTTP/1.1", sourceIp: "34.94.129.140", userAgent: "Svix-Webhooks/1.62" },
			requestId: randomUUID(),
			routeKey,
			stage: "$default",
			time: at.toISOString(),
			timeEpoch: at.getTime(),
		},
		body: base64 ? Buffer.from(body).toString("base64") : body,
		isBase64Encoded: base64,
	};
}

function present(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
