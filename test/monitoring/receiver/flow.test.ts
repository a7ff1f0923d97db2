import { once } from "node:events";
import { createConnection } from "node:net";
import { completeDelivery } from "../../../stacks/monitoring/functions/ledger/deliveries";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type Queue, type QueueServer, startQueueServer } from "../../support/queue";
import { withScalekitsClient } from "../../support/scalekit-sdk";
import { deliveryOf, newSecret, signedHeaders } from "../../support/webhook-sender";
import { NOW, seenOf, surroundingsOf, Vault } from "./receiver";

const BODY = JSON.stringify({ id: "evt_1", type: "user.login" });
const SECRET = newSecret();
const request = deliveryOf(SECRET, BODY, { id: "msg_1", at: NOW });

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

const usual = () => surroundingsOf({ vault: new Vault(SECRET), table, queue });
const failing = (name: string) => () => Promise.reject(Object.assign(new Error(`about ${BODY}`), { name }));
const queued = async () => (await queue.receive()).Records.map(({ messageAttributes }) => messageAttributes["webhook-id"]?.stringValue);

test("what is sent here is what Scalekit's own SDK accepts", async () => {
	const scalekit = { url: "https://auth.example.com", credentials: { clientId: "id", clientSecret: "secret" } };
	const headers = signedHeaders(SECRET, BODY, { id: "msg_1", at: new Date() });
	const verdict = (secret: string) =>
		withScalekitsClient(scalekit, "client.verifyWebhookPayload(given.secret, given.headers, given.body)", { secret, headers, body: BODY });
	expect(await Promise.all([SECRET, newSecret()].map(verdict))).toEqual(["true", "WebhookVerificationError"]);
});

describe("a delivery that comes again", () => {
	test("after its event is in the ledger is a duplicate, and queued no more", async () => {
		await seenOf(request, usual());
		await completeDelivery(table, "msg_1", NOW);
		expect(await seenOf(request, usual())).toMatchObject({ status: 201, counted: ["WebhookDuplicate"], logged: [] });
		expect(await queued()).toEqual(["msg_1"]);
	});

	test("before is queued again, because the earlier attempt may have failed", async () => {
		for (const _ of [1, 2]) expect(await seenOf(request, usual())).toMatchObject({ status: 201, counted: ["WebhookAccepted"] });
		expect(await queued()).toEqual(["msg_1", "msg_1"]);
	});

	test("after the receiver died with the delivery taken is queued", async () => {
		const dying = { ...usual(), enqueue: failing("Died") };
		expect(await seenOf(request, dying)).toMatchObject({ status: 503, logged: ["webhook.failed Died"] });
		expect(await seenOf(request, usual())).toMatchObject({ status: 201, counted: ["WebhookAccepted"] });
		expect(await queued()).toEqual(["msg_1"]);
	});

	test("after the receiver died with the delivery queued is queued twice, which the worker bears", async () => {
		const good = usual();
		const dying = { ...good, enqueue: (delivery: Parameters<typeof good.enqueue>[0]) => good.enqueue(delivery).then(failing("Died")) };
		expect(await seenOf(request, dying)).toMatchObject({ status: 503, logged: ["webhook.failed Died"] });
		expect(await seenOf(request, good)).toMatchObject({ status: 201, counted: ["WebhookAccepted"] });
		expect(await queued()).toEqual(["msg_1", "msg_1"]);
	});
});

describe("a delivery that cannot be taken is for Scalekit to send again", () => {
	test.each([
		["the queue is down", () => ({ ...usual(), enqueue: failing("QueueDown") }), "QueueDown"],
		["the queue cannot be reached", () => ({ ...usual(), enqueue: () => connect(1, "127.0.0.1") }), "ECONNREFUSED"],
		["the ledger is down", () => ({ ...usual(), table: { ...table, client: broken("LedgerDown") } }), "LedgerDown"],
		["the ledger is missing", () => ({ ...usual(), table: { ...table, name: "missing-ledger" } }), "ResourceNotFoundException"],
	])("%s", async (_, surroundings, failure) => {
		const { status, counted, logged, text } = await seenOf(request, surroundings());
		expect({ status, counted, logged }).toEqual({ status: 503, counted: ["WebhookFailed"], logged: [`webhook.failed ${failure}`] });
		expect(text).not.toContain("evt_1");
		expect(text).not.toContain("msg_1");
	});

	test("nothing answers, in seven seconds", async () => {
		jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
		try {
			const seen = seenOf(request, { ...usual(), keys: { cached: () => new Promise(() => {}), refetched: () => new Promise(() => {}) } });
			await jest.advanceTimersByTimeAsync(7_000);
			expect(await seen).toMatchObject({ status: 503, counted: ["WebhookFailed"], logged: ["webhook.failed TimeoutError"] });
		} finally {
			jest.useRealTimers();
		}
	});
});

/** The error of a closed port. */
async function connect(port: number, host: string): Promise<void> {
	await once(createConnection(port, host), "connect");
}

/** A client of which every call fails. */
function broken(name: string): Table["client"] {
	return Object.assign(Object.create(table.client), { send: failing(name) });
}
