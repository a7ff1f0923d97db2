import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import fc from "fast-check";
import { METRICS } from "../../../signals";
import { CONNECTION_TYPES } from "../../../signals/logins";
import { NAMESPACE } from "../../../signals/metric";
import { WEBHOOK_ACCEPTED } from "../../../signals/webhooks";
import { advanceCursor, readCursor } from "../../../stacks/monitoring/functions/ledger/cursors";
import { dirtyWindows } from "../../../stacks/monitoring/functions/ledger/dirty-windows";
import { writeEntries } from "../../../stacks/monitoring/functions/ledger/entries";
import { ENTRY_TYPES, type LedgerEntry } from "../../../stacks/monitoring/functions/ledger/entry";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { startOf, windowOf } from "../../../stacks/monitoring/functions/ledger/window";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import { metricsWriter } from "../../../stacks/monitoring/functions/metrics-writer";
import { publish } from "../../../stacks/monitoring/functions/publisher/publish";
import { totalsOf } from "../../../stacks/monitoring/functions/publisher/totals";
import { type Datapoint, type Written, writtenBy } from "../../support/emf";
import { emfLinesOf, faultsOfEmf } from "../../support/emf-schema";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { keyOf, maximaOf, nonZero } from "../../support/published";

/** In the middle of a window, near to the real present: datapoints of another age are warned of. */
const NOW = new Date(Math.floor(Date.now() / 300_000) * 300_000 + 150_000);
const MINUTE = 60_000;
const DAY = 1440;
const at = (minute: number) => new Date(NOW.getTime() + minute * MINUTE);
const window = (minute: number) => startOf(windowOf(at(minute)));
const failed = (source: string, minute = 0, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
	type: "login.failed",
	source,
	at: at(minute),
	connectionType: "SAML",
	...more,
});

const metrics = metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: "auth" }));
const log = logOf(new Logger({ serviceName: "auth" }));

let server: LedgerServer;
let table: Table;

beforeAll(async () => {
	server = await startLedgerServer();
});
beforeEach(async () => {
	table = await server.ledger();
});
afterAll(() => server.close());

function publishAt(minute: number, left: () => number = () => 30_000): Promise<Written<void>> {
	return writtenBy(() => publish({ table, metrics, log, clock: () => at(minute), counters: [WEBHOOK_ACCEPTED], left }));
}

/** Time that is over when it was asked for so many times. */
function upTo(times: number): () => number {
	let left = times;
	return () => left--;
}

function values(datapoints: readonly Datapoint[], name: string, dimensions = {}): Record<string, number> {
	const mine = datapoints.filter(
		(each) => each.name === name && Object.keys(each.dimensions).length === 1 + Object.keys(dimensions).length,
	);
	return Object.fromEntries(mine.map(({ timestamp, values: [value = Number.NaN] }) => [timestamp.toISOString(), value]));
}

test("publishing twice says the same twice", async () => {
	await writeEntries(table, [failed("r1"), failed("r2", -6), { type: "session.ended", source: "e1", at: at(-1), seconds: 90 }], NOW);
	await publishAt(0);
	const [once, twice] = [await publishAt(0), await publishAt(0)];
	expect(twice.datapoints).toEqual(once.datapoints);
	expect(values(once.datapoints, "LoginFailed")).toEqual({
		[window(-10).toISOString()]: 0,
		[window(-5).toISOString()]: 1,
		[window(0).toISOString()]: 1,
	});
	expect(values(once.datapoints, "SessionSeconds")[window(-1).toISOString()]).toBe(90);
});

test("every metric of the publisher is published, zeros included, in its dimensions and in nothing else", async () => {
	await writeEntries(table, [failed("r1")], NOW);
	const { datapoints } = await publishAt(0);
	const sets = (name: string) =>
		[...new Set(datapoints.filter((each) => each.name === name).map(({ dimensions }) => Object.keys(dimensions).join()))].sort();
	const totals = METRICS.filter(({ source: who }) => who === "publisher");
	expect(new Set(datapoints.map(({ name }) => name))).toEqual(new Set([...totals, WEBHOOK_ACCEPTED].map(({ name }) => name)));
	for (const { name, dimensionSets } of totals) expect([name, sets(name)]).toEqual([name, dimensionSets.map((set) => set.join()).sort()]);
	expect(
		datapoints.filter(({ dimensions }) => "connectionType" in dimensions).map(({ dimensions }) => dimensions["connectionType"]),
	).toEqual(Array(5).fill("SAML"));
});

test("of what others write as it happens there is a zero, now and by nothing but the monitoring's name", async () => {
	const { datapoints } = await publishAt(0);
	expect(datapoints.filter(({ name }) => name === WEBHOOK_ACCEPTED.name)).toEqual([
		{ namespace: NAMESPACE, name: "WebhookAccepted", dimensions: { service: "auth" }, values: [0], timestamp: NOW, unit: "Count" },
	]);
});

test("lines are such as CloudWatch takes", async () => {
	await publishAt(0);
	await writeEntries(
		table,
		CONNECTION_TYPES.map((connectionType, index) => failed(`r${index}`, 0, { connectionType })),
		NOW,
	);
	const { text } = await publishAt(0);
	const lines = emfLinesOf(text);
	expect(lines).toHaveLength(1 + 3 + CONNECTION_TYPES.length);
	expect(lines.flatMap(faultsOfEmf)).toEqual([]);
	expect(text.split("\n").filter((line) => line && !line.startsWith('{"_aws"'))).toEqual([]);
});

test("a fact that comes late is published in its old window, until it surely was", async () => {
	await publishAt(0);
	await writeEntries(table, [failed("r1", -60)], NOW);
	for (const minute of [0, 1, 17]) {
		const { datapoints } = await publishAt(minute);
		expect([minute, values(datapoints, "LoginFailed")[window(-60).toISOString()]]).toEqual([minute, 1]);
	}
	expect(await dirtyWindows(table)).toEqual([]);
	expect(values((await publishAt(18)).datapoints, "LoginFailed")).not.toHaveProperty([window(-60).toISOString()]);
});

test("what was recorded while the publisher was away is published when it is back, once", async () => {
	await publishAt(0);
	for (const minute of [-4, 1, 6, 30, 90, 180]) await writeEntries(table, [failed(`r${minute}`, minute)], at(minute));
	const { datapoints } = await publishAt(200);
	const expected = nonZero(new Map([-4, 1, 6, 30, 90, 180].map((minute) => [window(minute).toISOString(), 1])));
	expect(nonZero(new Map(Object.entries(values(datapoints, "LoginFailed"))))).toEqual(expected);
	expect(Object.keys(values((await publishAt(201)).datapoints, "LoginFailed"))).toHaveLength(3);
});

test("what was recorded before it was ever published is published", async () => {
	await writeEntries(table, [failed("r1", -100)], at(-100));
	expect(values((await publishAt(0)).datapoints, "LoginFailed")[window(-100).toISOString()]).toBe(1);
});

test("a publisher that times out publishes the latest windows first, and older ones in the next run", async () => {
	await publishAt(0);
	const minutes = Array.from({ length: 60 }, (_, index) => index * 10 + 1);
	for (const minute of minutes) await writeEntries(table, [failed(`r${minute}`, minute)], at(minute));
	const datapoints: Datapoint[] = [];
	let runs = 0;
	for (; runs < 20; runs += 1) {
		const run = await publishAt(602 + runs, upTo(3));
		expect(values(run.datapoints, "LoginFailed")).toHaveProperty([window(602 + runs).toISOString()]);
		datapoints.push(...run.datapoints);
		if ((await readCursor(table, "published"))?.getTime() === window(592 + runs).getTime()) break;
	}
	expect(runs).toBeGreaterThan(1);
	expect(values(datapoints, "LoginFailed")).toMatchObject(Object.fromEntries(minutes.map((minute) => [window(minute).toISOString(), 1])));
});

test("windows that CloudWatch no longer accepts are logged and skipped", async () => {
	await advanceCursor(table, "published", at(-20 * DAY));
	await writeEntries(table, [failed("old", -15 * DAY), failed("young", -13 * DAY)], at(-20));
	const { datapoints, lines, text } = await publishAt(0, upTo(25));
	const timestamps = datapoints.map(({ timestamp }) => timestamp.getTime());
	expect(Math.min(...timestamps)).toBeGreaterThan(at(-14 * DAY).getTime());
	expect(values(datapoints, "LoginFailed")[window(-13 * DAY).toISOString()]).toBe(1);
	expect(lines).toEqual([
		expect.objectContaining({ event: "window.too-old", window: windowOf(at(-15 * DAY)) }),
		expect.objectContaining({ event: "window.too-old", from: at(-20 * DAY).toISOString() }),
	]);
	expect(text).not.toContain("requirements");
	expect(await dirtyWindows(table)).toEqual([]);
	expect((await publishAt(1, upTo(1))).lines).toEqual([]);
});

describe("the poller's lag", () => {
	const lagAt = async (minute: number) => (await publishAt(minute)).datapoints.find(({ name }) => name === "PollerLag");

	test("is the time since the fresh cursor", async () => {
		await advanceCursor(table, "tail", at(-3));
		expect(await lagAt(0)).toMatchObject({ values: [180], timestamp: NOW, unit: "Seconds", dimensions: { service: "auth" } });
	});

	test("is the reconciliation pass's if that is further behind than by design", async () => {
		await advanceCursor(table, "tail", at(-1));
		await advanceCursor(table, "reconciliation", at(-90 - 7));
		expect((await lagAt(0))?.values).toEqual([420]);
	});

	test("grows where the poller never worked", async () => {
		const lags = [];
		for (const minute of [0, 1, 30]) lags.push((await lagAt(minute))?.values);
		expect(lags).toEqual([[0], [60], [1800]]);
	});

	test("is never less than nothing", async () => {
		await advanceCursor(table, "tail", at(2));
		expect((await lagAt(0))?.values).toEqual([0]);
	});
});

describe("totals", () => {
	test("of bursts are those of the account and the organization that failed most", () => {
		const facts = [
			{ type: "login.failed", account: "a", organization: "o1" },
			{ type: "login.failed", account: "b", organization: "o2" },
			{ type: "login.failed", account: "b", organization: "o1" },
			{ type: "login.failed", organization: "o1" },
			{ type: "login.succeeded", account: "a" },
			{ type: "login.failed" },
		] as const;
		const totals = Object.fromEntries(totalsOf(facts).whole.map(({ metric, value }) => [metric.name, value]));
		expect(totals).toMatchObject({ LoginFailed: 5, LoginSucceeded: 1, AccountFailures: 2, OrganizationFailures: 3 });
	});

	test("never become less by more facts", () => {
		const counted = fc.record(
			{
				type: fc.constantFrom(...ENTRY_TYPES),
				account: fc.constantFrom("a", "b"),
				organization: fc.constantFrom("o1", "o2"),
				connectionType: fc.constantFrom("SAML" as const, "OIDC" as const),
				seconds: fc.nat(100),
			},
			{ requiredKeys: ["type"] },
		);
		fc.assert(
			fc.property(fc.array(counted, { maxLength: 20 }), counted, (facts, one) => {
				const [before, after] = [totalsOf(facts).whole, totalsOf([...facts, one]).whole];
				before.forEach(({ value }, index) => {
					expect(after[index]?.value).toBeGreaterThanOrEqual(value);
				});
			}),
		);
	});
});

test("for all entries, in any order and number of writes, the maximum of each window is correct", async () => {
	const fact = fc.record({
		type: fc.constantFrom(...ENTRY_TYPES),
		id: fc.nat(8),
		account: fc.constantFrom("a", "b", undefined),
		connectionType: fc.constantFrom("SAML" as const, "OIDC" as const, undefined),
	});
	const step = fc.oneof(
		{ weight: 6, arbitrary: fact },
		{ weight: 2, arbitrary: fc.constant("publish" as const) },
		fc.constantFrom(1, 4, 16),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			table = await server.ledger();
			const datapoints = [...(await publishAt(-61)).datapoints];
			const firstTold = new Map<string, LedgerEntry>();
			let minute = -60;
			for (const each of steps) {
				if (each === "publish") datapoints.push(...(await publishAt(minute)).datapoints);
				else if (typeof each === "number") minute += each;
				else {
					const { id, ...rest } = each;
					const told: LedgerEntry = { ...rest, source: `s${id}`, at: at(minute - id * 7), seconds: id };
					await writeEntries(table, [told], at(minute));
					const key = `${told.type} ${told.source}`;
					firstTold.set(key, firstTold.get(key) ?? told);
				}
			}
			datapoints.push(...(await publishAt(minute + 1)).datapoints);
			const published = maximaOf(datapoints.filter(({ name }) => name !== "PollerLag"));
			expect(nonZero(published)).toEqual(truthOf([...firstTold.values()]));
		}),
		{ numRuns: 25 },
	);
});

/** Counted otherwise than the publisher does, as a check on it. */
function truthOf(facts: readonly LedgerEntry[]): Record<string, number> {
	const truth = new Map<string, number>();
	const add = (key: string, much = 1) => truth.set(key, (truth.get(key) ?? 0) + much);
	const accounts = new Map<string, number>();
	for (const { type, at: happened, connectionType, account, seconds = 0 } of facts) {
		const start = startOf(windowOf(happened));
		const name = type.split(/[.-]/).map(capitalized).join("");
		add(keyOf(start, NAMES[name] ?? name));
		if (connectionType && /^Login(Started|Succeeded|Failed|Settled|Abandoned)$/.test(name)) add(keyOf(start, name, { connectionType }));
		if (type === "session.ended") add(keyOf(start, "SessionSeconds"), seconds);
		if (type !== "login.failed" || !account) continue;
		const group = `${start.toISOString()} ${account}`;
		accounts.set(group, (accounts.get(group) ?? 0) + 1);
		truth.set(keyOf(start, "AccountFailures"), Math.max(truth.get(keyOf(start, "AccountFailures")) ?? 0, accounts.get(group) ?? 0));
	}
	return nonZero(truth);
}

/** The only metric whose name differs from its entry type. */
const NAMES: Record<string, string> = { LoginNewCountry: "NewCountryLogin" };

function capitalized(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

test("a window that an attack filled is counted in no time, however many accounts it tried", () => {
	const facts = Array.from({ length: 200_000 }, (_, index) => ({
		type: "login.failed" as const,
		connectionType: "PASSWORD" as const,
		account: `account-${index % 150_000}`,
	}));
	const { whole, byConnectionType } = totalsOf(facts);
	const of = (name: string) => whole.find(({ metric }) => metric.name === name)?.value;
	expect([of("LoginFailed"), of("AccountFailures")]).toEqual([200_000, 2]);
	expect([...byConnectionType.keys()]).toEqual(["PASSWORD"]);
}, 10_000);
