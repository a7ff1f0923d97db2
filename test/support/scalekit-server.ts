import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerToLogQuery, type LogRow } from "./scalekit-logs";
import { errorBody, type Reply } from "./scalekit-replies";

/** What goes wrong with a request instead of an answer. */
export type Trouble =
	| { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
	| { readonly kind: "slow"; readonly milliseconds: number }
	| { readonly kind: "outage" }
	| { readonly kind: "cut" }
	| { readonly kind: "malformed" }
	| { readonly kind: "body"; readonly body: unknown };

export type Endpoint = "token" | "logs" | "keys";

/** A request that the server got, without what is secret in it. */
export interface SeenRequest {
	readonly endpoint: Endpoint | "other";
	readonly query: URLSearchParams;
}

/** A local Scalekit environment: tokens, keys and authentication logs as documented in Scalekit's API reference. */
export interface ScalekitServer {
	readonly url: string;
	/** What the environment's one client has; a test may rotate the secret. */
	readonly credentials: { clientId: string; clientSecret: string };
	/** The log, in any order; a test adds and changes rows as it likes. */
	readonly rows: LogRow[];
	readonly seen: SeenRequest[];
	/** Runs after a request for logs was answered. */
	afterAnswer: (() => void) | undefined;
	/** `expires_in` of new tokens, in seconds. */
	tokenSeconds: number;
	/** The maximum page size. */
	largestPage: number;
	/** Injects faults into the next requests, one each, or into all until `recover`. */
	suffer(trouble: Trouble, times?: number, endpoint?: Endpoint): void;
	recover(): void;
	/** Ends every token that was given. */
	expireTokens(): void;
	close(): Promise<void>;
}

export async function startScalekitServer(): Promise<ScalekitServer> {
	const troubles: { trouble: Trouble; left: number; endpoint: Endpoint }[] = [];
	const tokens = new Map<string, number>();
	let given = 0;

	const http = createServer((request, response) => {
		receive(request, response).catch(() => response.destroy());
	});

	async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://scalekit.test");
		const body = await textOf(request);
		const endpoint = ENDPOINTS[`${request.method} ${pathname}`];
		server.seen.push({ endpoint: endpoint ?? "other", query: searchParams });
		const trouble = endpoint && nextTrouble(endpoint);
		if (trouble?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, trouble.milliseconds).unref());
		if (trouble && trouble.kind !== "slow") return makeTrouble(response, trouble);
		const reply = endpoint ? REPLIES[endpoint](request, searchParams, body) : errorBody(404, "NOT_FOUND");
		send(response, reply);
		if (endpoint === "logs") server.afterAnswer?.();
	}

	function nextTrouble(endpoint: Endpoint): Trouble | undefined {
		const met = troubles.find((each) => each.endpoint === endpoint && each.left > 0);
		if (met) met.left -= 1;
		return met?.trouble;
	}

	const REPLIES: Record<Endpoint, (request: IncomingMessage, query: URLSearchParams, body: string) => Reply> = {
		token(_, __, body) {
			const form = new URLSearchParams(body);
			const { clientId, clientSecret } = server.credentials;
			if (form.get("grant_type") !== "client_credentials") return errorBody(400, "INVALID_GRANT_TYPE");
			if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret) return errorBody(401, "UNAUTHENTICATED");
			given += 1;
			const token = `token-${given}`;
			tokens.set(token, Date.now() + server.tokenSeconds * 1000);
			return { status: 200, body: { access_token: token, token_type: "Bearer", expires_in: server.tokenSeconds } };
		},
		logs(request, query) {
			const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
			if ((tokens.get(token) ?? 0) <= Date.now()) return errorBody(401, "UNAUTHENTICATED");
			return answerToLogQuery(server.rows, query, server.largestPage);
		},
		keys: () => ({ status: 200, body: { keys: [] } }),
	};

	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	const server: ScalekitServer = {
		url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
		credentials: { clientId: "skc_1234567890", clientSecret: "a secret of the tests" },
		rows: [],
		seen: [],
		afterAnswer: undefined,
		tokenSeconds: 86_399,
		largestPage: 100,
		suffer: (trouble, times = Number.POSITIVE_INFINITY, endpoint = "logs") => void troubles.push({ trouble, left: times, endpoint }),
		recover: () => void troubles.splice(0),
		expireTokens: () => tokens.clear(),
		close: () =>
			new Promise((resolve) => {
				http.close(() => resolve());
				http.closeAllConnections();
			}),
	};
	return server;
}

const ENDPOINTS: Record<string, Endpoint | undefined> = {
	"POST /oauth/token": "token",
	"GET /api/v1/logs/authentication/requests": "logs",
	"GET /keys": "keys",
};

async function textOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString("utf8");
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
	response.writeHead(status, { "content-type": "application/json", ...headers });
	response.end(JSON.stringify(body));
}

function makeTrouble(response: ServerResponse, trouble: Exclude<Trouble, { kind: "slow" }>): void {
	switch (trouble.kind) {
		case "outage":
			response.destroy();
			return;
		case "cut":
			response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
			response.write('{"authRequests":[', () => response.destroy());
			return;
		case "malformed":
			response.writeHead(200, { "content-type": "application/json" });
			response.end("<html>It works!");
			return;
		case "body":
			send(response, { status: 200, body: trouble.body });
			return;
		case "status":
			send(
				response,
				errorBody(
					trouble.status,
					trouble.status === 429 ? "RATE_LIMITED" : "INTERNAL",
					trouble.retryAfter ? { "retry-after": trouble.retryAfter } : {},
				),
			);
	}
}
