/**
 * Why a request to Scalekit failed.
 *
 * `throttled`: 429. `unreachable`: no or an incomplete response, or 5xx. `unauthorized`: 401 or 403. `refused`: any other status.
 * `malformed`: the response does not match the documentation. `out-of-time`: the caller's time was up.
 */
export type FailureKind = "throttled" | "unreachable" | "unauthorized" | "refused" | "malformed" | "out-of-time";

/** A failed request. The message has the path and the status only: responses may contain tokens or e-mail addresses. */
export class ScalekitFailure extends Error {
	override readonly name = "ScalekitFailure";

	constructor(
		readonly kind: FailureKind,
		what: string,
		readonly status?: number,
		/** Milliseconds of the `Retry-After` header. */
		readonly retryAfter?: number,
	) {
		super(status === undefined ? `${what}: ${kind}` : `${what}: ${kind} (${status})`);
	}
}
