import fc from "fast-check";
import { REJECTION_REASONS, type RejectionReason } from "../../../signals/webhooks";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import type { Request } from "../../../stacks/monitoring/functions/receiver/request";
import { MAX_BODY_BYTES } from "../../../stacks/monitoring/functions/receiver/verify-delivery";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type Queue, type QueueServer, startQueueServer } from "../../support/queue";
import { deliveryOf, newSecret } from "../../support/webhook-sender";
import { NOW, seenOf, surroundingsOf, Vault } from "./receiver";

/** Words that only the sender says; none of them may be written anywhere. */
const CANARY = "canary";
const BODY = JSON.stringify({ id: `evt_${CANARY}`, email: `${CANARY}@example.com` });
const SECRET = newSecret();
const OTHER = newSecret();
const ID = `msg_${CANARY}`;
const SIGNATURE = "webhook-signature";

const good = (headers: Record<string, string | undefined> = {}, body = BODY): Request =>
	deliveryOf(SECRET, body, { id: ID, at: NOW, headers });
const at = (seconds: number): Request => deliveryOf(SECRET, BODY, { id: ID, at: new Date(NOW.getTime() + seconds * 1000) });
const signatureOf = (secret: string): string => deliveryOf(secret, BODY, { id: ID, at: NOW }).headers[SIGNATURE] as string;
const ofLength = (bytes: number): string => JSON.stringify(CANARY.padEnd(bytes - 2, "x"));
const twice = ({ headers, ...rest }: Request): Request => ({
	...rest,
	headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value},${value}`])),
});
const inLists = ({ headers, ...rest }: Request): Request => ({
	...rest,
	headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value as string]])),
});
const named = (change: (name: string) => string, { headers, ...rest }: Request): Request => ({
	...rest,
	headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [change(name), value])),
});

const REFUSED: readonly (readonly [string, Request, RejectionReason])[] = [
	["no content type", good({ "content-type": undefined }), "content-type"],
	["a form", good({ "content-type": `application/x-www-form-urlencoded; ${CANARY}` }), "content-type"],
	["two content types", good({ "content-type": "application/json,text/plain" }), "content-type"],
	["a body that is a byte too large", good({}, ofLength(MAX_BODY_BYTES + 1)), "too-large"],
	["such a body in base64", deliveryOf(SECRET, ofLength(MAX_BODY_BYTES + 1), { id: ID, at: NOW, base64: true }), "too-large"],
	["letters of more bytes than one", good({}, `"${"ß".repeat(MAX_BODY_BYTES / 2)}"`), "too-large"],
	["no id", good({ "webhook-id": undefined }), "missing-header"],
	["no time", good({ "webhook-timestamp": undefined }), "missing-header"],
	["no signature", good({ [SIGNATURE]: undefined }), "missing-header"],
	["a signature of white space", good({ [SIGNATURE]: "  " }), "missing-header"],
	["headers of Svix's names", named((name) => name.replace("webhook", "svix"), good()), "missing-header"],
	["two ids", good({ "webhook-id": `${ID},${ID}2` }), "malformed-header"],
	["an id of too many letters", good({ "webhook-id": "x".repeat(256) }), "malformed-header"],
	["an id that is not printable", good({ "webhook-id": `${CANARY}\u0007` }), "malformed-header"],
	["two times", good({ "webhook-timestamp": "1,2" }), "malformed-header"],
	["a time as text", good({ "webhook-timestamp": NOW.toISOString() }), "malformed-header"],
	["a time with a fraction", good({ "webhook-timestamp": "1795529250.5" }), "malformed-header"],
	["a negative time", good({ "webhook-timestamp": "-1" }), "malformed-header"],
	["a signature without a version", good({ [SIGNATURE]: CANARY }), "malformed-header"],
	["a time 301 s ago", at(-301), "timestamp"],
	["a time in 301 s", at(301), "timestamp"],
	["another secret", deliveryOf(OTHER, BODY, { id: ID, at: NOW }), "signature"],
	["another body", { ...good(), body: `${BODY} ` }, "signature"],
	["another id", good({ "webhook-id": "msg_2" }), "signature"],
	["another time", good({ "webhook-timestamp": String(NOW.getTime() / 1000 + 1) }), "signature"],
	["a signature of another version", good({ [SIGNATURE]: signatureOf(SECRET).replace("v1", "v2") }), "signature"],
	["an asymmetric signature", good({ [SIGNATURE]: `v1a,${CANARY}` }), "signature"],
	["a short signature", good({ [SIGNATURE]: signatureOf(SECRET).slice(0, -4) }), "signature"],
	["a long signature", good({ [SIGNATURE]: `${signatureOf(SECRET)}AAAA` }), "signature"],
	["several wrong signatures", good({ [SIGNATURE]: `${signatureOf(OTHER)} v1,AAAA v1a,BBBB` }), "signature"],
	["bytes that are not UTF-8", { ...good(), body: Buffer.from([0xff, 0xfe]).toString("base64"), isBase64Encoded: true }, "signature"],
	["no body", good({}, ""), "not-json"],
	["a body that is not JSON", good({}, `${CANARY}=1`), "not-json"],
	["JSON that is cut off", good({}, BODY.slice(0, -1)), "not-json"],
];

const STATUSES = {
	"content-type": 415,
	"too-large": 413,
	"missing-header": 400,
	"malformed-header": 400,
	timestamp: 400,
	signature: 401,
	"not-json": 400,
};

const TAKEN: readonly (readonly [string, Request])[] = [
	["as it comes", good()],
	["with parameters of the content type", good({ "content-type": 'Application/JSON; charset="utf-8"' })],
	["with names of headers in capitals", named((name) => name.toUpperCase(), good())],
	["with names of headers in mixed case", named((name) => name.replace(/(^|-)./g, (letter) => letter.toUpperCase()), good())],
	["with every header twice", twice(good())],
	["with headers in lists", inLists(good())],
	["with a body in base64", deliveryOf(SECRET, BODY, { id: ID, at: NOW, base64: true })],
	["with a body as large as may be", good({}, ofLength(MAX_BODY_BYTES))],
	["with letters of any alphabet", good({}, JSON.stringify({ name: "Zoë 李 \ufffe\uffff\u007f" }))],
	["from 299 s ago", at(-299)],
	["from 300 s ago", at(-300)],
	["from 299 s ahead", at(299)],
	["from 300 s ahead", at(300)],
	["with a signature after another's", good({ [SIGNATURE]: `${signatureOf(OTHER)} ${signatureOf(SECRET)}` })],
	["with a signature after one that is too short", good({ [SIGNATURE]: `v1,AAAA ${signatureOf(SECRET)}` })],
	["with a signature before one of a later version", good({ [SIGNATURE]: `${signatureOf(SECRET)} v1a,AAAA` })],
	["with signatures in two headers", good({ [SIGNATURE]: `${signatureOf(OTHER)}, ${signatureOf(SECRET)}` })],
];

let ledgers: LedgerServer;
let queues: QueueServer;
let queue: Queue;
let table: Table;

beforeAll(async () => {
	[ledgers, queues] = await Promise.all([startLedgerServer(), startQueueServer()]);
});
beforeEach(async () => {
	[table, queue] = await Promise.all([ledgers.ledger(), queues.queue()]);
});
afterAll(() => Promise.all([ledgers.close(), queues.close()]));

describe("refused, counted with its reason, and nothing written of", () => {
	test.each(REFUSED)("%s", async (_, request, reason) => {
		const { status, counted, logged, text } = await seenOf(request, surroundingsOf({ vault: new Vault(SECRET), table, queue }));
		expect(status).toBe(STATUSES[reason]);
		expect(counted).toEqual(["WebhookRejected", `WebhookRejected{reason=${reason}}`]);
		expect(logged).toEqual([`webhook.rejected ${reason}`]);
		expect(text).not.toContain(CANARY);
		expect((await queue.receive()).Records).toEqual([]);
	});

	test("every reason, in its order", () => {
		expect([...new Set(REFUSED.map(([, , reason]) => reason))]).toEqual(REJECTION_REASONS);
	});
});

describe("taken", () => {
	test.each(TAKEN)("%s", async (_, request) => {
		const { status, counted, text, logged } = await seenOf(request, surroundingsOf({ vault: new Vault(SECRET), table, queue }));
		const { Records } = await queue.receive();
		const sent = request.isBase64Encoded ? Buffer.from(request.body ?? "", "base64").toString() : request.body;
		expect({ status, counted, logged }).toEqual({ status: 201, counted: ["WebhookAccepted"], logged: [] });
		expect(Records.map(({ messageAttributes }) => messageAttributes["webhook-id"]?.stringValue)).toEqual([ID]);
		expect(Records.map(({ body }) => JSON.parse(body))).toEqual([JSON.parse(sent ?? "")]);
		expect(text).not.toContain(CANARY);
	});
});

test("every request gets a documented response and one count", async () => {
	const surroundings = surroundingsOf({ vault: new Vault(SECRET), table, queue });
	const value = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.constantFrom(...Object.values(good().headers).map(String)),
		fc.array(fc.string()),
	);
	const headers = fc.record(
		{
			"content-type": fc.oneof(fc.constant("application/json"), value),
			"webhook-id": value,
			"webhook-timestamp": value,
			[SIGNATURE]: value,
		},
		{ requiredKeys: [] },
	);
	await fc.assert(
		fc.asyncProperty(headers, fc.option(fc.string(), { nil: undefined }), fc.boolean(), async (some, body, isBase64Encoded) => {
			const { status, counted } = await seenOf({ ...good(), headers: some, body, isBase64Encoded }, surroundings);
			expect([400, 401, 413, 415]).toContain(status);
			expect(counted).toEqual(["WebhookRejected", expect.stringContaining("WebhookRejected{")]);
		}),
		{ numRuns: 300 },
	);
});

test("another route is nothing of ours", async () => {
	const surroundings = surroundingsOf({ vault: new Vault(SECRET), table, queue });
	for (const routeKey of ["GET /webhooks/scalekit", "$default"]) {
		const { status, counted } = await seenOf(deliveryOf(SECRET, BODY, { at: NOW, routeKey }), surroundings);
		expect({ status, counted }).toEqual({ status: 404, counted: [] });
	}
});
