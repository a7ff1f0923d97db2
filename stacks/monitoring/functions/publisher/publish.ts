import { LOG_EVENTS } from "../../../../signals/log-events";
import type { Metric } from "../../../../signals/metric";
import { POLLER_LAG } from "../../../../signals/poller";
import { advanceCursor, cursorFrom } from "../ledger/cursors";
import { type CountedFact, factsOf } from "../ledger/facts";
import { ALWAYS_PUBLISHED, lateWindows, settleLate } from "../ledger/late-windows";
import type { Table } from "../ledger/table";
import { recentWindows, startOf, type Window, windowOf } from "../ledger/window";
import type { Log } from "../logger";
import type { Emitter } from "../metrics";
import { firstLook, isTooOld, windowsSince } from "./backlog";
import { pollerLag } from "./lag";
import { totalsOf } from "./totals";

/** Windows that are counted at the same time. */
const AT_ONCE = 4;

export interface Surroundings {
	readonly table: Table;
	readonly emit: Emitter;
	readonly log: Log;
	readonly clock: () => Date;
	/**
	 * Happenings that others write as they happen. A zero of each changes no sum, and keeps a share from having no number just when all fails: metric
	 * math makes nothing of a series without data.
	 */
	readonly happenings: readonly Metric[];
	/** Milliseconds in which windows may still be begun. */
	readonly left: () => number;
}

/**
 * Publishes how far the poller is behind, then the totals of the latest windows, so that alarms work whatever else there is to do; then those of windows that got another
 * fact later, in half of its time; then what the publisher's own absence left out, in the rest: the next run goes on.
 */
export async function publish({ table, emit, log, clock, happenings, left }: Surroundings): Promise<void> {
	const now = clock();
	emit.totals([{ metric: POLLER_LAG, value: await pollerLag(table, now) }, ...happenings.map((metric) => ({ metric, value: 0 }))], now);

	const late = await lateWindows(table);
	const from = await cursorFrom(table, "published", firstLook(now));
	const recent = recentWindows(now, ALWAYS_PUBLISHED);
	const [oldest] = recent as readonly [Window];
	await publishAll(recent);

	const half = left() / 2;
	for (const some of inGroups(late)) {
		if (left() <= half) break;
		await publishAll(some.map(({ window }) => window).filter((window) => !recent.includes(window)));
		await Promise.all(some.map((each) => settleLate(table, each, now)));
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
		const counted = await Promise.all(timely.map(async (window) => ({ window, totals: totalsOf(await allFactsOf(table, window)) })));
		for (const { window, totals } of counted) {
			emit.totals(totals.whole, startOf(window));
			for (const [type, ofType] of totals.byConnectionType) emit.totals(ofType, startOf(window), type);
		}
	}
}

async function allFactsOf(table: Table, window: Window): Promise<readonly CountedFact[]> {
	const facts: CountedFact[] = [];
	for await (const fact of factsOf(table, window)) facts.push(fact);
	return facts;
}

function* inGroups<T>(items: readonly T[]): Generator<readonly T[]> {
	for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}
