import { DelegateBackoff, ExponentialBackoff, handleWhen, type IBackoff, retry } from "cockatiel";
import { ScalekitFailure } from "./failure";
import type { TimeLeft } from "./time-left";

/** How patient the client is, in milliseconds. */
export interface Pace {
	/** About what the first wait lasts; the waits after it grow exponentially, with jitter. */
	readonly firstWait: number;
	readonly longestWait: number;
	/** The longest `Retry-After` that is waited for; one that asks for more is left to the next run. */
	readonly longestRetryAfter: number;
	readonly retries: number;
}

export const PATIENT: Pace = { firstWait: 500, longestWait: 8_000, longestRetryAfter: 20_000, retries: 6 };

/**
 * Runs a request again after 429, 5xx and broken connections, never past the time left, and never sooner than Scalekit asks for.
 *
 * @throws {ScalekitFailure} the last one
 */
export function withRetries<T>(work: () => Promise<T>, pace: Pace, left: TimeLeft): Promise<T> {
	const worthAnother = (error: Error) =>
		error instanceof ScalekitFailure &&
		(error.kind === "throttled" || error.kind === "unreachable") &&
		(error.retryAfter ?? 0) <= pace.longestRetryAfter &&
		(error.retryAfter ?? 0) < left();
	return retry(handleWhen(worthAnother), { maxAttempts: pace.retries, backoff: backoff(pace, left) }).execute(work);
}

function backoff({ firstWait, longestWait }: Pace, left: TimeLeft) {
	const exponential = new ExponentialBackoff<unknown>({ initialDelay: firstWait, maxDelay: longestWait });
	return new DelegateBackoff<{ result: unknown }, IBackoff<unknown>>(({ result }, state) => {
		const next = (state ?? exponential).next(undefined);
		const asked =
			result instanceof Object && "error" in result && result.error instanceof ScalekitFailure ? result.error.retryAfter : undefined;
		return { state: next, delay: Math.min(Math.max(next.duration, asked ?? 0), Math.max(0, left())) };
	});
}
