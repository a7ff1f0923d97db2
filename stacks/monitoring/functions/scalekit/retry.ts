import { DelegateBackoff, ExponentialBackoff, handleWhen, type IBackoff, retry } from "cockatiel";
import { ScalekitFailure } from "./failure";
import type { TimeLeft } from "./time-left";

/** Retry settings, in milliseconds. */
export interface RetryPolicy {
	/** The first delay, approximately; further delays grow exponentially, with jitter. */
	readonly firstWait: number;
	readonly longestWait: number;
	/** The longest `Retry-After` to wait for; with a longer one the run ends. */
	readonly longestRetryAfter: number;
	readonly retries: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { firstWait: 500, longestWait: 8_000, longestRetryAfter: 20_000, retries: 6 };

/**
 * Retries a request after 429, 5xx and connection errors, within the time left, and not before `Retry-After`.
 *
 * @throws {ScalekitFailure} the last one
 */
export function withRetries<T>(work: () => Promise<T>, pace: RetryPolicy, left: TimeLeft): Promise<T> {
	const isRetryable = (error: Error) =>
		error instanceof ScalekitFailure &&
		(error.kind === "throttled" || error.kind === "unreachable") &&
		(error.retryAfter ?? 0) <= pace.longestRetryAfter &&
		(error.retryAfter ?? 0) < left();
	return retry(handleWhen(isRetryable), { maxAttempts: pace.retries, backoff: backoff(pace, left) }).execute(work);
}

function backoff({ firstWait, longestWait }: RetryPolicy, left: TimeLeft) {
	const exponential = new ExponentialBackoff<unknown>({ initialDelay: firstWait, maxDelay: longestWait });
	return new DelegateBackoff<{ result: unknown }, IBackoff<unknown>>(({ result }, state) => {
		const next = (state ?? exponential).next(undefined);
		const retryAfter =
			result instanceof Object && "error" in result && result.error instanceof ScalekitFailure ? result.error.retryAfter : undefined;
		return { state: next, delay: Math.min(Math.max(next.duration, retryAfter ?? 0), Math.max(0, left())) };
	});
}
