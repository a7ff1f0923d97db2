import { SETTLED_AFTER_MINUTES } from "../../../signals/logins";
import { advanceCursor, readCursor } from "../../../stacks/monitoring/functions/ledger/cursors";
import { type RunStats, runPass } from "../../../stacks/monitoring/functions/poller/pass";
import { poll } from "../../../stacks/monitoring/functions/poller/poll";
import type { AuthLog, Span } from "../../../stacks/monitoring/functions/scalekit/auth-requests";
import { ScalekitFailure } from "../../../stacks/monitoring/functions/scalekit/failure";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { MINUTE } from "../../support/watched-logins";

const NOW = new Date("2026-11-24T14:00:00Z");
const before = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE);
const minutesOf = ({ from, to }: Span) => (to.getTime() - from.getTime()) / MINUTE;

let ledgers: LedgerServer;

beforeAll(async () => {
	ledgers = await startLedgerServer();
});
afterAll(() => ledgers.close());

/** Runs the fresh pass over a log that has so many rows a minute and gives none of them, until a number of pages was asked for. */
async function readBusyLog(rowsPerMinute: number, awayFor: number, pages: number) {
	const table = await ledgers.ledger();
	await advanceCursor(table, "tail", before(awayFor));
	const read: Span[] = [];
	let asked = 0;
	const authLog: AuthLog = {
		async page(span) {
			asked += 1;
			if (asked > pages) throw new ScalekitFailure("out-of-time", "a test");
			const total = minutesOf(span) * rowsPerMinute;
			if (total <= 1_000) read.push(span);
			return { rows: [], total };
		},
	};
	const stats: RunStats = { rows: 0, written: 0, unrecognized: 0 };
	const around = { authLog, table, hash: async () => "", clock: () => NOW, onFailedLogin: () => {} };
	const failure = await runPass("tail", around, stats, () => 1_000).catch((error: unknown) => error);
	return { read, failure, cursor: await readCursor(table, "tail") };
}

test.each([
	["quiet", 1, 15],
	["busy", 100, 10],
	["very busy", 1_000, 1],
])("a %s log is read in slices that a run can finish", async (_, rowsPerMinute, length) => {
	const { read, failure, cursor } = await readBusyLog(rowsPerMinute, 300, 1_000);
	expect(failure).toBeUndefined();
	expect(Math.max(...read.map(minutesOf))).toBe(length);
	expect(read[0]?.from).toEqual(before(300));
	expect(read.slice(1).map(({ from }) => from)).toEqual(read.slice(0, -1).map(({ to }) => to));
	expect(cursor).toEqual(NOW);
});

test("a run that ends in the middle leaves the cursor at the end of what was read", async () => {
	const { read, failure, cursor } = await readBusyLog(100, 300, 8);
	expect(failure).toMatchObject({ kind: "out-of-time" });
	expect(cursor).toEqual(read.at(-1)?.to);
	expect(read).toHaveLength(7);
});

test.each([
	["a log that leaves little time for a second look", 3_500, 110],
	["a quiet one", 10, 110],
])("%s keeps neither pass back", async (_, rowsPerMinute, pagesPerRun) => {
	const table = await ledgers.ledger();
	let now = NOW;
	for (let run = 0; run < 90; run += 1) {
		let asked = 0;
		const authLog: AuthLog = {
			async page(span, token, left) {
				if (left() <= 0) throw new ScalekitFailure("out-of-time", "a test");
				asked += 1;
				const total = Math.round(minutesOf(span) * rowsPerMinute);
				const page = Number(token ?? 0) + 1;
				return { rows: [], total, next: page * 100 < total ? String(page) : undefined };
			},
		};
		const around = { authLog, table, hash: async () => "", clock: () => now, log: { info() {}, warn() {}, error() {} } };
		await poll(around, () => (pagesPerRun - asked) * 400);
		now = new Date(now.getTime() + MINUTE);
	}
	const lag = async (cursor: "tail" | "reconciliation") => (now.getTime() - ((await readCursor(table, cursor))?.getTime() ?? 0)) / MINUTE;
	expect(await lag("tail")).toBeLessThanOrEqual(3);
	expect(await lag("reconciliation")).toBeLessThanOrEqual(SETTLED_AFTER_MINUTES + 3);
});
