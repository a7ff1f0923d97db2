import { WINDOW_SECONDS } from "../../../../signals/metric";
import { recentWindows, startOf, type Window } from "../ledger/window";

const LENGTH = WINDOW_SECONDS * 1000;

/** The age in milliseconds above which a window is not published. CloudWatch accepts two weeks (CloudWatch, API Reference: PutMetricData); the rest is a margin. */
const MAX_AGE_MS = (13 * 24 + 20) * 60 * 60_000;

/** How far the first run looks back, in milliseconds, for entries written before it. */
const FIRST_LOOKBACK_MS = 24 * 60 * 60_000;

/** The start of publishing in the first run. */
export function firstLookback(now: Date): Date {
	return new Date(now.getTime() - FIRST_LOOKBACK_MS);
}

export function isTooOld(window: Window, now: Date): boolean {
	return now.getTime() - startOf(window).getTime() > MAX_AGE_MS;
}

/** The windows from a time to the current one, oldest first, without those that are too old. */
export function windowsSince(from: Date, now: Date): readonly Window[] {
	const oldest = Math.max(from.getTime(), now.getTime() - MAX_AGE_MS);
	const count = Math.floor(now.getTime() / LENGTH) - Math.ceil(oldest / LENGTH) + 1;
	return recentWindows(now, Math.max(0, count));
}
