import { WINDOW_SECONDS } from "../../../../signals/metric";
import { recentWindows, startOf, type Window } from "../ledger/window";

const LENGTH = WINDOW_SECONDS * 1000;

/** Milliseconds of age from which on a window is not published. CloudWatch takes two weeks (CloudWatch, API Reference: PutMetricData); the rest is spare. */
const TOO_OLD = (13 * 24 + 20) * 60 * 60_000;

/** Milliseconds that the very first run looks back, for facts that came before it. */
const FIRST_LOOK = 24 * 60 * 60_000;

/** Where publishing begins at its very first run. */
export function firstLook(now: Date): Date {
	return new Date(now.getTime() - FIRST_LOOK);
}

export function isTooOld(window: Window, now: Date): boolean {
	return now.getTime() - startOf(window).getTime() > TOO_OLD;
}

/** The windows from a time on to the current one, oldest first; those that are too old left out. */
export function windowsSince(from: Date, now: Date): readonly Window[] {
	const oldest = Math.max(from.getTime(), now.getTime() - TOO_OLD);
	const count = Math.floor(now.getTime() / LENGTH) - Math.ceil(oldest / LENGTH) + 1;
	return recentWindows(now, Math.max(0, count));
}
