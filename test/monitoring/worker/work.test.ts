import { SendMessageCommand } from "@aws-sdk/client-sqs";
import fc from "fast-check";
import { toQueueMessage } from "../../../stacks/monitoring/functions/delivery";
import { claimDelivery } from "../../../stacks/monitoring/functions/ledger/deliveries";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { windowOf } from "../../../stacks/monitoring/functions/ledger/window";
import { processBatch } from "../../../stacks/monitoring/functions/worker/process-batch";
import { processDelivery } from "../../../stacks/monitoring/functions/worker/process-delivery";
import { writtenBy } from "../../support/emf";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type Queue, type QueueServer, startQueueServer } from "../../support/queue";
import { EVENT_TYPES, exampleOf, PERSONAL, SESSION } from "./examples";
import { holdingsOf, NOW, surroundingsOf } from "./worker";

const WINDOW = windowOf(new Date("2025-12-09T13:14:35Z"));
const delivery = (event: unknown, id = "msg_1") => ({ id, body: JSON.stringify(event) });
const login = (id: string, region: string) =>
	exampleOf("user.login", { id, data: { ...SESSION, user_session: { ...SESSION.user_session, device: { location: { region } } } } });
const ids = (items: readonly Record<string, unknown>[]) => items.map(({ id }) => id);

let ledgers: LedgerServer;
let queues: QueueServer;
let table: Table;
let queue: Queue;

beforeAll(async () => {
	[ledgers, queues] = await Promise.all([startLedgerServer(), startQueueServer()]);
});
beforeEach(async () => {
	[table, queue] = await Promise.all([ledgers.ledger(), queues.queue()]);
});
afterAll(() => Promise.all([ledgers.close(), queues.close()]));

test("each of the types is counted as handled, in its window, once however often it is delivered", async () => {
	const deliveries = EVENT_TYPES.map((type, index) => delivery(exampleOf(type, { id: `evt_${index}` }), `msg_${index}`));
	const { text: written } = await writtenBy(async () => {
		for (const each of [...deliveries, ...deliveries]) await processDelivery(each, surroundingsOf(table));
	});
	const { entries, deliveries: done, unprocessed, text } = await holdingsOf(table);
	expect(entries.filter(({ type }) => type === "event.handled")).toHaveLength(41);
	expect(entries.map(({ window }) => window)).toEqual(entries.map(() => WINDOW));
	expect(
		entries
			.map(({ type }) => type)
			.filter((type) => type !== "event.handled")
			.sort(),
	).toEqual(["membership.created", "session.ended", "session.started", "signup.completed"]);
	expect(done.map(({ state }) => state)).toEqual(done.map(() => "done"));
	expect(done).toHaveLength(41);
	expect(unprocessed).toEqual([]);
	expect(written).toBe("");
	for (const word of PERSONAL) expect(text).not.toContain(word);
});

test("the same event in two deliveries is counted once", async () => {
	for (const id of ["msg_1", "msg_2"]) await processDelivery(delivery(exampleOf("user.signup"), id), surroundingsOf(table));
	expect(ids((await holdingsOf(table)).entries)).toEqual([
		"entry#event.handled#evt_102701193859432713",
		"entry#signup.completed#evt_102701193859432713",
	]);
});

test("a login from a new country of a known user is recorded with the hash of the account", async () => {
	for (const [id, region] of [
		["evt_1", "GB"],
		["evt_2", "GB"],
		["evt_3", "DE"],
		["evt_3", "DE"],
		["evt_4", "DE"],
	] as const)
		await processDelivery(delivery(login(id, region), `msg_${id}`), surroundingsOf(table));
	const { entries, countries } = await holdingsOf(table);
	expect(entries.filter(({ type }) => type === "login.new-country")).toEqual([
		expect.objectContaining({ id: "entry#login.new-country#evt_3", window: WINDOW, account: expect.stringMatching(/^[\w-]{22}$/) }),
	]);
	expect(countries).toHaveLength(1);
});

describe("an unprocessed event is stored unchanged, counted and logged once", () => {
	test.each([
		[
			"an unknown type",
			exampleOf("user.login", { type: "user.teleported" }),
			"unknown",
			"evt_102701193859432713",
			{ event: "event.unknown" },
		],
		[
			"a known type of another shape",
			exampleOf("user.login", { data: { user: {} } }),
			"malformed",
			"evt_102701193859432713",
			{ event: "event.malformed", type: "user.login", where: "data.user_session" },
		],
		["no envelope", { email: "ada@example.com" }, "malformed", "msg_1", { event: "event.malformed", where: "spec_version" }],
	])("%s", async (_, event, reason, source, line) => {
		const { lines, text } = await writtenBy(async () => {
			for (const __ of [1, 2]) await processDelivery(delivery(event), surroundingsOf(table));
		});
		const { entries, unprocessed, deliveries } = await holdingsOf(table);
		expect(ids(entries)).toEqual([`entry#event.${reason}#${source}`]);
		expect(unprocessed).toEqual([expect.objectContaining({ id: "unprocessed#msg_1", reason, body: JSON.stringify(event) })]);
		expect(deliveries).toEqual([expect.objectContaining({ id: "delivery#msg_1", state: "done" })]);
		expect(lines).toEqual([expect.objectContaining({ ...line, delivery: "msg_1" })]);
		for (const word of [...PERSONAL, "teleported", "evt_"]) expect(text).not.toContain(word);
	});

	test("a body that is not even JSON", async () => {
		await writtenBy(() => processDelivery({ id: "msg_1", body: "{" }, surroundingsOf(table)));
		const { entries, unprocessed } = await holdingsOf(table);
		expect(entries).toEqual([expect.objectContaining({ id: "entry#event.malformed#msg_1", window: windowOf(NOW) })]);
		expect(unprocessed).toEqual([expect.objectContaining({ body: "{" })]);
	});
});

test("any verified content is processed, and only hashes and ids of it are stored or logged", async () => {
	const canary = fc.constantFrom("canary@example.com", "198.51.100.9");
	const value = fc.oneof({ maxDepth: 2 }, canary, fc.jsonValue(), fc.dictionary(fc.string(), canary));
	const event = fc
		.tuple(fc.constantFrom(...EVENT_TYPES, "user.teleported"), fc.dictionary(fc.string(), value), fc.dictionary(fc.string(), value))
		.map(([type, around, data]) => {
			const example = exampleOf(EVENT_TYPES.find((known) => known === type) ?? "user.login", { type });
			return { ...around, ...example, data: { ...(example.data as object), ...data } };
		});
	await fc.assert(
		fc.asyncProperty(fc.oneof(event, value), async (body) => {
			const { text: written } = await writtenBy(() => processDelivery(delivery(body), surroundingsOf(table)));
			const { text } = await holdingsOf(table);
			for (const word of ["canary@example.com", "198.51.100.9"]) expect(text + written).not.toContain(word);
		}),
		{ numRuns: 150 },
	);
});

describe("a worker that dies", () => {
	/** Everything that one delivery writes, so that it can be stopped before each of the writes. */
	const dyingAt = (step: number): Table => {
		let steps = 0;
		const send: Table["client"]["send"] = (command: never) => {
			steps += 1;
			return steps === step ? Promise.reject(new Error("died")) : table.client.send(command);
		};
		return { ...table, client: Object.assign(Object.create(table.client), { send }) };
	};
	const once = async (event: unknown) => {
		await writtenBy(() => processDelivery(delivery(event), surroundingsOf(table)));
		const { entries, unprocessed } = await holdingsOf(table);
		table = await ledgers.ledger();
		return { entries, unprocessed };
	};

	test.each([
		["a login", login("evt_2", "DE")],
		["a logout", exampleOf("user.logout")],
		["an unknown event", exampleOf("user.logout", { type: "user.teleported" })],
	])("at any step of %s, and is given it again, has the same in the ledger", async (_, event) => {
		const expected = await once(event);
		for (let step = 1, died = true; died; step += 1) {
			table = await ledgers.ledger();
			await claimDelivery(table, "msg_1", NOW);
			died = await writtenBy(() => processDelivery(delivery(event), surroundingsOf(dyingAt(step)))).then(
				() => false,
				() => true,
			);
			if (died) expect((await holdingsOf(table)).deliveries).toEqual([expect.objectContaining({ state: "claimed" })]);
			for (const __ of [1, 2]) await writtenBy(() => processDelivery(delivery(event), surroundingsOf(table)));
			const { entries, unprocessed, deliveries } = await holdingsOf(table);
			expect({ entries, unprocessed }).toEqual(expected);
			expect(deliveries).toEqual([expect.objectContaining({ state: "done" })]);
		}
		expect.hasAssertions();
	});
});

describe("a batch of the queue", () => {
	const send = (event: unknown, id: string) =>
		queue.client.send(new SendMessageCommand({ QueueUrl: queue.url, ...toQueueMessage(delivery(event, id)) }));
	/** Works until the queue has nothing to give, as Lambda does. */
	const workOffQueue = async (on: (attempt: number) => Table) => {
		const outcomes: { taken: number; failed: number }[] = [];
		for (let attempt = 1; attempt <= 5; attempt += 1) {
			const batch = await queue.receive(0);
			if (batch.Records.length === 0) break;
			const { batchItemFailures } = await processBatch(batch, surroundingsOf(on(attempt)));
			const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
			await queue.settle(batch, failed);
			outcomes.push({ taken: batch.Records.length, failed: failed.length });
		}
		return outcomes;
	};
	const failingOn = (word: string): Table => {
		const refuse: Table["client"]["send"] = (command: { input: object }) =>
			JSON.stringify(command.input).includes(word)
				? Promise.reject(Object.assign(new Error("about ada@example.com"), { name: "LedgerDown" }))
				: table.client.send(command as never);
		return { ...table, client: Object.assign(Object.create(table.client), { send: refuse }) };
	};

	test("is worked off, and what failed comes again and is counted then", async () => {
		for (const index of [1, 2, 3]) await send(exampleOf("user.signup", { id: `evt_${index}` }), `msg_${index}`);
		const { result, lines, text } = await writtenBy(() => workOffQueue((attempt) => (attempt === 1 ? failingOn("evt_2") : table)));
		expect(result).toEqual([
			{ taken: 3, failed: 1 },
			{ taken: 1, failed: 0 },
		]);
		expect(lines).toEqual([expect.objectContaining({ event: "webhook.failed", delivery: "msg_2", failure: "LedgerDown" })]);
		expect(text).not.toContain("ada@example.com");
		const { entries, deliveries } = await holdingsOf(table);
		expect(entries).toHaveLength(6);
		expect(deliveries.map(({ id, state }) => [id, state])).toEqual([1, 2, 3].map((index) => [`delivery#msg_${index}`, "done"]));
	});

	test("of failed records only is not an error", async () => {
		await send(exampleOf("user.signup"), "msg_1");
		const { result, text } = await writtenBy(() => workOffQueue((attempt) => (attempt < 3 ? failingOn("") : table)));
		expect(result).toEqual([
			{ taken: 1, failed: 1 },
			{ taken: 1, failed: 1 },
			{ taken: 1, failed: 0 },
		]);
		expect(text).not.toContain("ada@example.com");
	});

	test("a manually sent message is processed by its message id", async () => {
		await queue.client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: JSON.stringify(exampleOf("user.signup")) }));
		expect(await workOffQueue(() => table)).toEqual([{ taken: 1, failed: 0 }]);
		expect((await holdingsOf(table)).entries).toHaveLength(2);
	});
});
