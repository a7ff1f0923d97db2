/**
 * Why a request to Scalekit brought nothing.
 *
 * `throttled`: 429. `unreachable`: no answer, a broken one, or 5xx. `unauthorized`: 401 or 403. `refused`: any other status.
 * `malformed`: an answer that is not shaped as documented. `out-of-time`: the caller's time was over.
 */
export type FailureKind = "throttled" | "unreachable" | "unauthorized" | "refused" | "malformed" | "out-of-time";

/** A request that failed. Says nothing of what was sent or answered but the path and the status: answers may repeat tokens or e-mails. */
export class ScalekitFailure extends Error {
	override readonly name = "ScalekitFailure";

	constructor(
		readonly kind: FailureKind,
		what: string,
		readonly status?: number,
		/** Milliseconds that Scalekit asks to wait. */
		readonly retryAfter?: number,
	) {
		super(status === undefined ? `${what}: ${kind}` : `${what}: ${kind} (${status})`);
	}
}
