import fc from "fast-check";
import { noteCountry } from "../../../stacks/monitoring/functions/ledger/countries";
import { advanceCursor, readCursor } from "../../../stacks/monitoring/functions/ledger/cursors";
import { finishDelivery, takeDelivery } from "../../../stacks/monitoring/functions/ledger/deliveries";
import { FACT_KINDS, type Fact } from "../../../stacks/monitoring/functions/ledger/fact";
import { type CountedFact, factsOf, notYetRecorded, record } from "../../../stacks/monitoring/functions/ledger/facts";
import { lateWindows, settleLate } from "../../../stacks/monitoring/functions/ledger/late-windows";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { recentWindows, startOf, type Window, windowOf } from "../../../stacks/monitoring/functions/ledger/window";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";

const NOW = new Date("2026-11-24T14:07:30Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const login = (source: string, at = NOW): Fact => ({ kind: "login.failed", source, at, connectionType: "SAML", account: "a1" });

let server: LedgerServer;
let table: Table;

beforeAll(async () => {
	server = await startLedgerServer();
});
beforeEach(async () => {
	table = await server.ledger();
});
afterAll(() => server.close());

async function counted(window: Window): Promise<readonly CountedFact[]> {
	const found: CountedFact[] = [];
	for await (const fact of factsOf(table, window)) found.push(fact);
	return found;
}

test("a window starts at a multiple of five minutes, and has every time until the next", () => {
	fc.assert(
		fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }), (at) => {
			const start = startOf(windowOf(at)).getTime();
			expect(start % 300_000).toBe(0);
			expect(at.getTime() - start).toBeGreaterThanOrEqual(0);
			expect(at.getTime() - start).toBeLessThan(300_000);
		}),
	);
	expect(recentWindows(NOW, 3)).toEqual(["2026-11-24T13:55:00Z", "2026-11-24T14:00:00Z", "2026-11-24T14:05:00Z"]);
});

describe("facts", () => {
	test("are recorded once however often and in whatever order they are told", async () => {
		const source = fc.constantFrom("r1", "r2", "r3");
		const fact = fc.record({ kind: fc.constantFrom(...FACT_KINDS), source, minute: fc.integer({ min: -9, max: 0 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(fact, { maxLength: 30 }), async (told) => {
				table = await server.ledger();
				const news = [];
				for (const { minute, ...rest } of told) news.push(...(await record(table, [{ ...rest, at: minutes(minute) }], NOW)));
				const identities = new Set(told.map(({ kind, source: id }) => `${kind} ${id}`));
				const inWindows = await Promise.all([...new Set(told.map(({ minute }) => windowOf(minutes(minute))))].map(counted));
				expect(news).toHaveLength(identities.size);
				expect(inWindows.flat()).toHaveLength(identities.size);
			}),
			{ numRuns: 15 },
		);
	});

	test("told twice at once are new to one of the two only", async () => {
		const both = await Promise.all([record(table, [login("r1")], NOW), record(table, [login("r1")], NOW)]);
		expect(both.flat()).toHaveLength(1);
	});

	test("stay in the window in which they were first told", async () => {
		await record(table, [login("r1", minutes(-10))], NOW);
		await record(table, [login("r1", NOW)], NOW);
		expect(await counted(windowOf(NOW))).toEqual([]);
		expect(await counted(windowOf(minutes(-10)))).toEqual([
			expect.objectContaining({ kind: "login.failed", connectionType: "SAML", account: "a1" }),
		]);
	});

	test("of a window come all, also where they are more than one page", async () => {
		const many = Array.from({ length: 1500 }, (_, index) => ({ ...login(`r${index}`), organization: "o".repeat(1000) }));
		for (let from = 0; from < many.length; from += 100) await record(table, many.slice(from, from + 100), NOW);
		expect(await counted(windowOf(NOW))).toHaveLength(1500);
	});

	test("which are not yet recorded are found among more than one batch", async () => {
		const facts = Array.from({ length: 130 }, (_, index) => login(`r${index}`));
		await record(table, facts.slice(0, 120), NOW);
		expect(await notYetRecorded(table, [...facts, ...facts.slice(125)])).toEqual([...facts.slice(120), ...facts.slice(125)]);
	});
});

describe("late windows", () => {
	test.each([
		["of the current window", 0, false],
		["of the window before", -5, false],
		["of the window before that", -10, true],
		["of yesterday", -1440, true],
	])("a fact %s", async (_, minute, announced) => {
		await record(table, [login("r1", minutes(minute))], NOW);
		expect(await lateWindows(table)).toEqual(announced ? [{ window: windowOf(minutes(minute)), announcedAt: NOW.getTime() }] : []);
	});

	test("are announced before the fact is there", async () => {
		const failing = { ...table, client: Object.create(table.client) };
		failing.client.send = (command: { input: { Item?: { id?: string } } }) =>
			command.input.Item?.id?.startsWith("fact#") ? Promise.reject(new Error("gone")) : table.client.send(command as never);
		await expect(record(failing, [login("r1", minutes(-60))], NOW)).rejects.toThrow("gone");
		expect(await lateWindows(table)).toHaveLength(1);
		expect(await counted(windowOf(minutes(-60)))).toEqual([]);
	});

	test("stand as long as a fact may be on the way, and then are forgotten", async () => {
		await record(table, [login("r1", minutes(-60))], NOW);
		const [late] = await lateWindows(table);
		if (!late) throw new Error("nothing was announced");
		await settleLate(table, late, minutes(10));
		expect(await lateWindows(table)).toHaveLength(1);
		await settleLate(table, late, minutes(17));
		expect(await lateWindows(table)).toEqual([]);
	});

	test("announced again meanwhile are not forgotten", async () => {
		await record(table, [login("r1", minutes(-60))], NOW);
		const [late] = await lateWindows(table);
		if (!late) throw new Error("nothing was announced");
		await record(table, [login("r2", minutes(-60))], minutes(16));
		await settleLate(table, late, minutes(17));
		expect(await lateWindows(table)).toHaveLength(1);
	});
});

test("a delivery is new once, begun until its event is in the ledger, and done from then on", async () => {
	expect(await takeDelivery(table, "msg_1", NOW)).toBe("new");
	expect(await takeDelivery(table, "msg_1", NOW)).toBe("begun");
	await finishDelivery(table, "msg_1", NOW);
	expect(await takeDelivery(table, "msg_1", NOW)).toBe("done");
	expect(await takeDelivery(table, "msg_2", NOW)).toBe("new");
});

test("a country is news for a user who is known from elsewhere, and stays news for the event that told it", async () => {
	const told = [];
	for (const [country, event] of [
		["IN", "evt_1"],
		["IN", "evt_2"],
		["DE", "evt_3"],
		["DE", "evt_3"],
		["DE", "evt_4"],
		["IN", "evt_1"],
	] as const)
		told.push(await noteCountry(table, "a1", country, event, NOW));
	expect(told).toEqual(["no news", "no news", "news", "news", "no news", "no news"]);
});

test("a cursor only moves forward", async () => {
	expect(await readCursor(table, "fresh")).toBeUndefined();
	for (const minute of [1, 5, 3]) await advanceCursor(table, "fresh", minutes(minute));
	expect(await readCursor(table, "fresh")).toEqual(minutes(5));
	expect(await readCursor(table, "settled")).toBeUndefined();
});
