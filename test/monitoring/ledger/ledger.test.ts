import fc from "fast-check";
import { recordCountry } from "../../../stacks/monitoring/functions/ledger/countries";
import { advanceCursor, readCursor } from "../../../stacks/monitoring/functions/ledger/cursors";
import { claimDelivery, completeDelivery } from "../../../stacks/monitoring/functions/ledger/deliveries";
import { clearDirty, dirtyWindows } from "../../../stacks/monitoring/functions/ledger/dirty-windows";
import { entriesInWindow, entriesNotYetWritten, type WindowEntry, writeEntries } from "../../../stacks/monitoring/functions/ledger/entries";
import { ENTRY_TYPES, type LedgerEntry } from "../../../stacks/monitoring/functions/ledger/entry";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { recentWindows, startOf, type Window, windowOf } from "../../../stacks/monitoring/functions/ledger/window";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";

const NOW = new Date("2026-11-24T14:07:30Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const login = (source: string, at = NOW): LedgerEntry => ({ type: "login.failed", source, at, connectionType: "SAML", account: "a1" });

let server: LedgerServer;
let table: Table;

beforeAll(async () => {
	server = await startLedgerServer();
});
beforeEach(async () => {
	table = await server.ledger();
});
afterAll(() => server.close());

async function counted(window: Window): Promise<readonly WindowEntry[]> {
	const found: WindowEntry[] = [];
	for await (const fact of entriesInWindow(table, window)) found.push(fact);
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
	test("are written once, regardless of number and order of writes", async () => {
		const source = fc.constantFrom("r1", "r2", "r3");
		const fact = fc.record({ type: fc.constantFrom(...ENTRY_TYPES), source, minute: fc.integer({ min: -9, max: 0 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(fact, { maxLength: 30 }), async (told) => {
				table = await server.ledger();
				const news = [];
				for (const { minute, ...rest } of told) news.push(...(await writeEntries(table, [{ ...rest, at: minutes(minute) }], NOW)));
				const identities = new Set(told.map(({ type, source: id }) => `${type} ${id}`));
				const inWindows = await Promise.all([...new Set(told.map(({ minute }) => windowOf(minutes(minute))))].map(counted));
				expect(news).toHaveLength(identities.size);
				expect(inWindows.flat()).toHaveLength(identities.size);
			}),
			{ numRuns: 15 },
		);
	});

	test("written twice concurrently are new for one writer only", async () => {
		const both = await Promise.all([writeEntries(table, [login("r1")], NOW), writeEntries(table, [login("r1")], NOW)]);
		expect(both.flat()).toHaveLength(1);
	});

	test("stay in the window of their first write", async () => {
		await writeEntries(table, [login("r1", minutes(-10))], NOW);
		await writeEntries(table, [login("r1", NOW)], NOW);
		expect(await counted(windowOf(NOW))).toEqual([]);
		expect(await counted(windowOf(minutes(-10)))).toEqual([
			expect.objectContaining({ type: "login.failed", connectionType: "SAML", account: "a1" }),
		]);
	});

	test("of a window come all, also where they are more than one page", async () => {
		const many = Array.from({ length: 1500 }, (_, index) => ({ ...login(`r${index}`), organization: "o".repeat(1000) }));
		for (let from = 0; from < many.length; from += 100) await writeEntries(table, many.slice(from, from + 100), NOW);
		expect(await counted(windowOf(NOW))).toHaveLength(1500);
	});

	test("which are not yet recorded are found among more than one batch", async () => {
		const facts = Array.from({ length: 130 }, (_, index) => login(`r${index}`));
		await writeEntries(table, facts.slice(0, 120), NOW);
		expect(await entriesNotYetWritten(table, [...facts, ...facts.slice(125)])).toEqual([...facts.slice(120), ...facts.slice(125)]);
	});
});

describe("late windows", () => {
	test.each([
		["of the current window", 0, false],
		["of the window before", -5, false],
		["of the window before that", -10, true],
		["of yesterday", -1440, true],
	])("a fact %s", async (_, minute, announced) => {
		await writeEntries(table, [login("r1", minutes(minute))], NOW);
		expect(await dirtyWindows(table)).toEqual(announced ? [{ window: windowOf(minutes(minute)), markedAt: NOW.getTime() }] : []);
	});

	test("are announced before the fact is there", async () => {
		const failing = { ...table, client: Object.create(table.client) };
		failing.client.send = (command: { input: { Item?: { id?: string } } }) =>
			command.input.Item?.id?.startsWith("entry#") ? Promise.reject(new Error("gone")) : table.client.send(command as never);
		await expect(writeEntries(failing, [login("r1", minutes(-60))], NOW)).rejects.toThrow("gone");
		expect(await dirtyWindows(table)).toHaveLength(1);
		expect(await counted(windowOf(minutes(-60)))).toEqual([]);
	});

	test("remain as long as an entry may be in flight, and then are cleared", async () => {
		await writeEntries(table, [login("r1", minutes(-60))], NOW);
		const [late] = await dirtyWindows(table);
		if (!late) throw new Error("nothing was announced");
		await clearDirty(table, late, minutes(10));
		expect(await dirtyWindows(table)).toHaveLength(1);
		await clearDirty(table, late, minutes(17));
		expect(await dirtyWindows(table)).toEqual([]);
	});

	test("announced again meanwhile are not forgotten", async () => {
		await writeEntries(table, [login("r1", minutes(-60))], NOW);
		const [late] = await dirtyWindows(table);
		if (!late) throw new Error("nothing was announced");
		await writeEntries(table, [login("r2", minutes(-60))], minutes(16));
		await clearDirty(table, late, minutes(17));
		expect(await dirtyWindows(table)).toHaveLength(1);
	});
});

test("a delivery is new once, begun until its event is in the ledger, and done from then on", async () => {
	expect(await claimDelivery(table, "msg_1", NOW)).toBe("new");
	expect(await claimDelivery(table, "msg_1", NOW)).toBe("claimed");
	await completeDelivery(table, "msg_1", NOW);
	expect(await claimDelivery(table, "msg_1", NOW)).toBe("done");
	expect(await claimDelivery(table, "msg_2", NOW)).toBe("new");
});

test("a country is new for a known user, and stays new for the same event", async () => {
	const told = [];
	for (const [country, event] of [
		["IN", "evt_1"],
		["IN", "evt_2"],
		["DE", "evt_3"],
		["DE", "evt_3"],
		["DE", "evt_4"],
		["IN", "evt_1"],
	] as const)
		told.push(await recordCountry(table, "a1", country, event, NOW));
	expect(told).toEqual(["known", "known", "new", "new", "known", "known"]);
});

test("a cursor only moves forward", async () => {
	expect(await readCursor(table, "tail")).toBeUndefined();
	for (const minute of [1, 5, 3]) await advanceCursor(table, "tail", minutes(minute));
	expect(await readCursor(table, "tail")).toEqual(minutes(5));
	expect(await readCursor(table, "reconciliation")).toBeUndefined();
});
