import { WINDOW_SECONDS } from "../../../../signals/metric";

/** The start of a counting window: ISO 8601 in UTC with seconds, e.g. `2026-11-24T14:05:00Z`. Sorts by time. */
export type Window = string & { readonly __window: never };

const LENGTH = WINDOW_SECONDS * 1000;

/** The window of a time. */
export function windowOf(at: Date): Window {
	return nameOf(Math.floor(at.getTime() / LENGTH) * LENGTH);
}

export function startOf(window: Window): Date {
	return new Date(window);
}

/** The current window and those before it, oldest first. */
export function recentWindows(now: Date, count: number): readonly Window[] {
	const current = startOf(windowOf(now)).getTime();
	return Array.from({ length: count }, (_, index) => nameOf(current - (count - 1 - index) * LENGTH));
}

function nameOf(start: number): Window {
	return new Date(start).toISOString().replace(".000Z", "Z") as Window;
}
