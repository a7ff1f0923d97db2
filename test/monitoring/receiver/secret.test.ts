import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type Queue, type QueueServer, startQueueServer } from "../../support/queue";
import { deliveryOf, newSecret } from "../../support/webhook-sender";
import { Clock, seenOf, surroundingsOf, Vault } from "./receiver";

const [FIRST, SECOND, THIRD] = [newSecret(), newSecret(), newSecret()] as const;
const ACCEPTED = { status: 201, counted: ["WebhookAccepted"] };
const REFUSED = { status: 401, counted: ["WebhookRejected", "WebhookRejected{reason=signature}"] };
const FAILED = { status: 503, counted: ["WebhookFailed"] };

let ledgers: LedgerServer;
let queues: QueueServer;
let queue: Queue;
let table: Table;

beforeAll(async () => {
	[ledgers, queues] = await Promise.all([startLedgerServer(), startQueueServer()]);
	[table, queue] = await Promise.all([ledgers.ledger(), queues.queue()]);
});
afterAll(() => Promise.all([ledgers.close(), queues.close()]));

/** A receiver that lives on while its secret and the time change. */
function receiverWith(secret: string | undefined) {
	const clock = new Clock();
	const vault = new Vault(secret);
	const surroundings = surroundingsOf({ vault, clock, table, queue });
	const signedWith = (signer: string) => seenOf(deliveryOf(signer, "{}", { at: clock.now() }), surroundings);
	return { clock, vault, signedWith };
}

describe("a rotation", () => {
	test("accepts both secrets during a rotation", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
		clock.pass(60);
		vault.rotate(SECOND);
		for (const signer of [FIRST, SECOND, FIRST, SECOND]) expect(await signedWith(signer)).toMatchObject(ACCEPTED);
		expect(await signedWith(THIRD)).toMatchObject(REFUSED);
	});

	test("ends the old secret's time after two days", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		vault.rotate(SECOND);
		clock.pass(47 * 3_600);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
		clock.pass(2 * 3_600);
		expect(await signedWith(FIRST)).toMatchObject(REFUSED);
		expect(await signedWith(SECOND)).toMatchObject(ACCEPTED);
	});

	test("to an invalid value keeps the previous secret valid", async () => {
		const { vault, signedWith } = receiverWith(FIRST);
		vault.rotate("oops");
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
		expect(await signedWith(SECOND)).toMatchObject(REFUSED);
	});

	test("twice ends the first secret's time, five minutes later at most", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
		vault.rotate(SECOND);
		vault.rotate(THIRD);
		clock.pass(301);
		expect(await signedWith(FIRST)).toMatchObject(REFUSED);
		expect(await signedWith(THIRD)).toMatchObject(ACCEPTED);
	});
});

describe("the secret is read", () => {
	test("once in five minutes, both stages, also without a previous one", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		for (const _ of [1, 2, 3]) await signedWith(FIRST);
		clock.pass(299);
		await signedWith(FIRST);
		expect(vault.reads).toBe(2);
		clock.pass(2);
		await signedWith(FIRST);
		expect(vault.reads).toBe(4);
	});

	test("once in half a minute however many wrong signatures come", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		for (const _ of [1, 2, 3]) expect(await signedWith(SECOND)).toMatchObject(REFUSED);
		expect(vault.reads).toBe(2);
		clock.pass(31);
		for (const _ of [1, 2, 3]) expect(await signedWith(SECOND)).toMatchObject(REFUSED);
		expect(vault.reads).toBe(4);
	});

	test("once by many deliveries at a time", async () => {
		const clock = new Clock();
		const vault = new Vault(FIRST);
		const { keys } = surroundingsOf({ vault, clock, table, queue });
		await Promise.all([keys.cached(), keys.cached(), keys.cached()]);
		expect(vault.reads).toBe(2);
	});
});

describe("a secret that is not filled", () => {
	test.each([
		["has no value", undefined],
		["is empty", ""],
		["is white space", " \n"],
		["is a placeholder word", "whsec_changeme"],
		["is not base64", `whsec_${"?".repeat(32)}`],
		["is not a webhook's", FIRST.replace("whsec_", "test_")],
		["is the console's object", JSON.stringify({ secret: FIRST })],
	])("%s: deliveries are retried until it is set", async (_, secret) => {
		const { clock, vault, signedWith } = receiverWith(secret);
		expect(await signedWith(FIRST)).toMatchObject({ ...FAILED, logged: ["webhook.failed MissingSecretError"] });
		vault.current = ` ${FIRST}\n`;
		clock.pass(31);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
	});

	test("with an invalid previous one, only the current counts", async () => {
		const { vault, signedWith } = receiverWith(FIRST);
		vault.previous = "";
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
	});
});

describe("while Secrets Manager is down", () => {
	test("a receiver that never read the secret takes nothing, and does as soon as it can", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		vault.down = true;
		expect(await signedWith(FIRST)).toMatchObject(FAILED);
		vault.down = false;
		clock.pass(1);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
	});

	test("the keys that are known hold for an hour, and a signature that fits none is not refused", async () => {
		const { clock, vault, signedWith } = receiverWith(FIRST);
		await signedWith(FIRST);
		vault.down = true;
		clock.pass(31);
		expect(await signedWith(SECOND)).toMatchObject(FAILED);
		clock.pass(1800);
		expect(await signedWith(FIRST)).toMatchObject(ACCEPTED);
		clock.pass(1800);
		expect(await signedWith(FIRST)).toMatchObject(FAILED);
	});
});
