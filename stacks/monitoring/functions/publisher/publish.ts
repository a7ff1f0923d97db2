import { LOG_EVENTS } from "../../../../signals/log-events";
import type { Metric } from "../../../../signals/metric";
import { POLLER_LAG } from "../../../../signals/poller";
import { advanceCursor, cursorFrom } from "../ledger/cursors";
import { ALWAYS_PUBLISHED, clearDirty, dirtyWindows } from "../ledger/dirty-windows";
import { entriesInWindow, type WindowEntry } from "../ledger/entries";
import type { Table } from "../ledger/table";
import { recentWindows, startOf, type Window, windowOf } from "../ledger/window";
import type { Log } from "../logger";
import type { MetricsWriter } from "../metrics-writer";
import { firstLookback, isTooOld, windowsSince } from "./backlog";
import { pollerLag } from "./lag";
import { totalsOf } from "./totals";

/** Windows that are counted concurrently. */
const CONCURRENT_WINDOWS = 4;

export interface Dependencies {
	readonly table: Table;
	readonly metrics: MetricsWriter;
	readonly log: Log;
	readonly clock: () => Date;
	/**
	 * Counters of other sources. Publishing zeros does not change their sums, and gives shares a value when a series has no occurrences: metric math
	 * returns no value for a series without data.
	 */
	readonly counters: readonly Metric[];
	/** Milliseconds left to publish further windows. */
	readonly left: () => number;
}

/**
 * Publishes the poller's lag, then the totals of the latest windows, so that alarms have data regardless of the backlog; then dirty windows, in half of the
 * time; then windows missed while the publisher did not run, in the rest. The next run continues.
 */
export async function publish({ table, metrics, log, clock, counters, left }: Dependencies): Promise<void> {
	const now = clock();
	metrics.publishTotals(
		[{ metric: POLLER_LAG, value: await pollerLag(table, now) }, ...counters.map((metric) => ({ metric, value: 0 }))],
		now,
	);

	const dirty = await dirtyWindows(table);
	const from = await cursorFrom(table, "published", firstLookback(now));
	const recent = recentWindows(now, ALWAYS_PUBLISHED);
	const [oldest] = recent as readonly [Window];
	await publishAll(recent);

	const half = left() / 2;
	for (const some of inGroups(dirty)) {
		if (left() <= half) break;
		await publishAll(some.map(({ window }) => window).filter((window) => !recent.includes(window)));
		await Promise.all(some.map((each) => clearDirty(table, each, now)));
	}

	const missed = windowsSince(from, now).filter((window) => window < oldest);
	if (isTooOld(windowOf(from), now)) log.warn(LOG_EVENTS.windowTooOld, { from: from.toISOString(), to: missed[0] });
	for (const some of inGroups(missed)) {
		if (left() <= 0) return;
		await publishAll(some);
		await advanceCursor(table, "published", startOf(some.at(-1) as Window));
	}
	await advanceCursor(table, "published", startOf(oldest));

	async function publishAll(windows: readonly Window[]): Promise<void> {
		const [tooOld, timely] = [windows.filter((window) => isTooOld(window, now)), windows.filter((window) => !isTooOld(window, now))];
		for (const window of tooOld) log.warn(LOG_EVENTS.windowTooOld, { window });
		const counted = await Promise.all(timely.map(async (window) => ({ window, totals: totalsOf(await allEntriesIn(table, window)) })));
		for (const { window, totals } of counted) {
			metrics.publishTotals(totals.whole, startOf(window));
			for (const [type, ofType] of totals.byConnectionType) metrics.publishTotals(ofType, startOf(window), type);
		}
	}
}

async function allEntriesIn(table: Table, window: Window): Promise<readonly WindowEntry[]> {
	const entries: WindowEntry[] = [];
	for await (const entry of entriesInWindow(table, window)) entries.push(entry);
	return entries;
}

function* inGroups<T>(items: readonly T[]): Generator<readonly T[]> {
	for (let from = 0; from < items.length; from += CONCURRENT_WINDOWS) yield items.slice(from, from + CONCURRENT_WINDOWS);
}
