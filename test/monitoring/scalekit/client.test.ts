import { inspect } from "node:util";
import { SecretsProvider } from "@aws-lambda-powertools/parameters/secrets";
import { ResourceNotFoundException, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type AuthLog, authLogOf } from "../../../stacks/monitoring/functions/scalekit/auth-requests";
import { type Credentials, credentialsFrom } from "../../../stacks/monitoring/functions/scalekit/credentials";
import { withScalekitsClient } from "../../support/scalekit-sdk";
import { type ScalekitServer, startScalekitServer } from "../../support/scalekit-server";
import { QUICK } from "../../support/watched-logins";
import { signedHeaders } from "../../support/webhook-sender";

const SPAN = { from: new Date("2026-11-24T14:00:00Z"), to: new Date("2026-11-24T15:00:00Z") };
const PLENTY = () => 30_000;

let server: ScalekitServer;
let throttled: number;

beforeEach(async () => {
	server = await startScalekitServer();
	server.rows.push({ auth_request_id: "r1", status: "FAILED", timestamp: "2026-11-24T14:30:00.123456789Z" });
	throttled = 0;
});
afterEach(() => server.close());

function client(credentials: (options: { refresh: boolean }) => Promise<Credentials> = async () => server.credentials): AuthLog {
	const onThrottled = () => {
		throttled += 1;
	};
	return authLogOf({ environmentUrl: server.url, credentials, onThrottled, pace: QUICK });
}

const seen = (endpoint: string) => server.seen.filter((request) => request.endpoint === endpoint).length;
const timed = async (work: () => Promise<unknown>) => {
	const start = Date.now();
	await work();
	return Date.now() - start;
};

test("a page has its rows, its total and the next page, for both ends of the span", async () => {
	server.rows.splice(0);
	for (const minute of ["00:00", "30:00", "60:00"]) {
		server.rows.push({
			auth_request_id: minute,
			timestamp: new Date(SPAN.from.getTime() + Number.parseInt(minute, 10) * 60_000).toISOString(),
		});
	}
	server.rows.push({ auth_request_id: "outside", timestamp: "2026-11-24T15:00:01Z" });
	server.largestPage = 2;
	const log = client();
	const first = await log.page(SPAN, undefined, PLENTY);
	expect(first).toMatchObject({ total: 3, rows: [{ auth_request_id: "60:00" }, { auth_request_id: "30:00" }] });
	const second = await log.page(SPAN, first.next, PLENTY);
	expect(second.rows).toMatchObject([{ auth_request_id: "00:00" }]);
	expect(second.next).toBeUndefined();
});

test("an environment without a log has an empty page", async () => {
	server.suffer({ kind: "body", body: {} }, 1);
	expect(await client().page(SPAN, undefined, PLENTY)).toEqual({ rows: [], next: undefined, total: undefined });
});

describe("tokens", () => {
	test("are asked for once and used until a minute before their end", async () => {
		const log = client();
		for (let time = 0; time < 3; time += 1) await log.page(SPAN, undefined, PLENTY);
		expect(seen("token")).toBe(1);
		server.tokenSeconds = 60;
		server.expireTokens();
		for (let time = 0; time < 2; time += 1) await log.page(SPAN, undefined, PLENTY);
		expect(seen("token")).toBe(3);
	});

	test("that are refused are replaced once", async () => {
		const log = client();
		await log.page(SPAN, undefined, PLENTY);
		server.expireTokens();
		await log.page(SPAN, undefined, PLENTY);
		expect([seen("token"), seen("logs")]).toEqual([2, 3]);
		server.suffer({ kind: "status", status: 401 });
		await expect(log.page(SPAN, undefined, PLENTY)).rejects.toMatchObject({ kind: "unauthorized" });
		expect([seen("token"), seen("logs")]).toEqual([3, 5]);
	});

	test.each([400, 401, 403])("are asked for with credentials fetched refresh where they are refused with %s", async (status) => {
		server.suffer({ kind: "status", status }, 1, "token");
		const asked: boolean[] = [];
		await client(async ({ refresh }) => {
			asked.push(refresh);
			return server.credentials;
		}).page(SPAN, undefined, PLENTY);
		expect(asked).toEqual([false, true]);
	});

	test("are got with credentials fetched refresh where the cached ones are refused", async () => {
		const stale = { ...server.credentials, clientSecret: "rotated away" };
		const asked: boolean[] = [];
		const log = client(async ({ refresh }) => {
			asked.push(refresh);
			return refresh ? server.credentials : stale;
		});
		await log.page(SPAN, undefined, PLENTY);
		expect(asked).toEqual([false, true]);
	});
});

test.each([
	["a list that is null", { authRequests: null, next_page_token: null, total_size: 0 }],
	["nothing at all", {}],
])("%s is an empty log", async (_, body) => {
	server.suffer({ kind: "body", body }, 1);
	expect(await client().page(SPAN, undefined, PLENTY)).toMatchObject({ rows: [], next: undefined });
});

test("a response with unknown keys is not an empty log", async () => {
	server.suffer({ kind: "body", body: { auth_requests: [] } });
	await expect(client().page(SPAN, undefined, PLENTY)).rejects.toMatchObject({ kind: "malformed" });
});

describe("patience", () => {
	test("a Retry-After is waited for", async () => {
		server.suffer({ kind: "status", status: 429, retryAfter: "1" }, 1);
		expect(await timed(() => client().page(SPAN, undefined, PLENTY))).toBeGreaterThanOrEqual(990);
		expect(throttled).toBe(1);
	});

	test("a Retry-After may be a date", async () => {
		server.suffer({ kind: "status", status: 503, retryAfter: new Date(Date.now() - 5_000).toUTCString() }, 1);
		expect(await timed(() => client().page(SPAN, undefined, PLENTY))).toBeLessThan(900);
	});

	test.each([
		["more than is waited for", "3", PLENTY],
		["more than the time left", "2", () => 1_000],
	])("a Retry-After of %s ends the matter at once", async (_, retryAfter, left) => {
		server.suffer({ kind: "status", status: 429, retryAfter });
		expect(await timed(() => expect(client().page(SPAN, undefined, left)).rejects.toMatchObject({ kind: "throttled" }))).toBeLessThan(900);
		expect([throttled, seen("logs")]).toEqual([1, 1]);
	});

	test("retries have an end", async () => {
		server.suffer({ kind: "status", status: 500 });
		await expect(client().page(SPAN, undefined, PLENTY)).rejects.toMatchObject({ kind: "unreachable", status: 500 });
		expect(seen("logs")).toBe(1 + QUICK.retries);
	});

	test("a slow answer is not waited for longer than the time left", async () => {
		server.suffer({ kind: "slow", milliseconds: 3_000 });
		const until = Date.now() + 300;
		const page = () => client().page(SPAN, undefined, () => until - Date.now());
		expect(await timed(() => expect(page()).rejects.toMatchObject({ name: "ScalekitFailure" }))).toBeLessThan(1_000);
	});

	test("without time nothing is asked", async () => {
		await expect(client().page(SPAN, undefined, () => 0)).rejects.toMatchObject({ kind: "out-of-time" });
		expect(server.seen).toEqual([]);
	});
});

test.each([
	["a 401 of the token endpoint", () => server.suffer({ kind: "status", status: 401 }, 9, "token")],
	["a 401 of the logs", () => server.suffer({ kind: "status", status: 401 })],
	["a 429", () => server.suffer({ kind: "status", status: 429 })],
	["no JSON", () => server.suffer({ kind: "malformed" })],
	["another shape", () => server.suffer({ kind: "body", body: { authRequests: "token-1 and r1@customer.example" } })],
	[
		"another shape of token",
		() => server.suffer({ kind: "body", body: { access_token: 7, expires_in: "a secret of the tests" } }, 9, "token"),
	],
	["a cut connection", () => server.suffer({ kind: "cut" })],
])("an error after %s repeats nothing that was sent or answered", async (_, suffer) => {
	suffer();
	const error = await client()
		.page(SPAN, undefined, PLENTY)
		.catch((failure: unknown) => failure);
	expect(error).toMatchObject({ name: "ScalekitFailure" });
	expect(inspect(error, { depth: 9 })).not.toMatch(/token-\d|a secret|answer says|html|customer\.example|authRequests/);
});

describe("credentials", () => {
	const arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:scalekit";

	test("are read from JSON, refresh where asked for", async () => {
		const get = jest.fn(async () => JSON.stringify({ client_id: "skc_1", client_secret: "hidden\n" }));
		expect(await credentialsFrom({ get }, arn)({ refresh: true })).toEqual({ clientId: "skc_1", clientSecret: "hidden" });
		expect(get).toHaveBeenCalledWith(arn, { maxAge: 300, forceFetch: true });
	});

	/** Powertools' reader over a client of Secrets Manager that answers as it does for a secret without a value. */
	const neverFilled = () => {
		const client = new SecretsManagerClient({ region: "us-east-1" });
		client.send = () => Promise.reject(new ResourceNotFoundException({ $metadata: {}, message: "no value" })) as never;
		return new SecretsProvider({ awsSdkV3Client: client }).get(arn);
	};
	test.each([
		["was never filled", neverFilled],
		["has no text", async () => undefined],
		["is not JSON", async () => "a hidden word"],
		["holds something else", async () => '{"client_id": "skc_1", "secret": "a hidden word"}'],
	])("a secret that %s gets one clear line", async (_, get) => {
		const error = await credentialsFrom({ get }, arn)({ refresh: false }).catch((failure: unknown) => failure);
		expect(error).toMatchObject({ message: expect.stringContaining(`The secret ${arn} must contain`) });
		expect(inspect(error)).not.toContain("hidden");
	});

	test("other errors of Secrets Manager are thrown", async () => {
		const get = () => Promise.reject(new Error("throttled by the store"));
		await expect(credentialsFrom({ get }, arn)({ refresh: false })).rejects.toThrow("throttled by the store");
	});
});

describe("the server of these tests, as Scalekit's own client finds it", () => {
	const logs = async (query: string, token: string) =>
		fetch(`${server.url}/api/v1/logs/authentication/requests${query}`, { headers: { authorization: `Bearer ${token}` } });

	test("gives it a token that the logs take, and refuses what is wrong", async () => {
		const token = await withScalekitsClient(server, "client.getClientAccessToken()");
		const answer = await logs("?status=failed&status=PENDING", token);
		expect(await answer.json()).toMatchObject({ authRequests: [{ auth_request_id: "r1" }], total_size: 1, next_page_token: "" });
		expect((await logs("", "wrong")).status).toBe(401);
		expect((await logs("?status=failure", token)).status).toBe(400);
		expect((await logs("?start_time=yesterday", token)).status).toBe(400);
	});

	test("refuses a wrong secret in a shape that it knows", async () => {
		const wrong = { url: server.url, credentials: { ...server.credentials, clientSecret: "wrong" } };
		expect(await withScalekitsClient(wrong, "client.getClientAccessToken()")).toContain("UnauthorizedException");
	});

	test("signs deliveries that it verifies", async () => {
		const secret = `whsec_${Buffer.from("a key of the tests, 32 bytes long").toString("base64")}`;
		const body = JSON.stringify({ id: "evt_1" });
		const given = [secret, signedHeaders(secret, body, { id: "msg_1", at: new Date() }), body];
		expect(await withScalekitsClient(server, "client.verifyWebhookPayload(...given)", given)).toBe("true");
		expect(await withScalekitsClient(server, "client.verifyWebhookPayload(given[0], given[1], '{}')", given)).toContain("Verification");
	});
});
