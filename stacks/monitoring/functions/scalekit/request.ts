import { ScalekitFailure } from "./failure";
import type { TimeLeft } from "./time-left";

/** Timeout of a request in milliseconds, including the response body. */
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * Sends a request and parses the response as JSON.
 *
 * @param what the request in error messages, e.g. `GET /keys`
 * @throws {ScalekitFailure}
 */
export async function requestJson(what: string, url: URL, options: RequestInit, left: TimeLeft): Promise<unknown> {
	const time = Math.min(REQUEST_TIMEOUT_MS, left());
	if (time <= 0) throw new ScalekitFailure("out-of-time", what);
	const signal = AbortSignal.timeout(time);
	const response = await fetch(url, { ...options, redirect: "error", signal }).catch(() => {
		throw new ScalekitFailure("unreachable", what);
	});
	const text = await response.text().catch(() => {
		throw new ScalekitFailure("unreachable", what, response.status);
	});
	if (!response.ok) throw new ScalekitFailure(kindOf(response.status), what, response.status, waitOf(response.headers.get("retry-after")));
	try {
		return JSON.parse(text);
	} catch {
		throw new ScalekitFailure("malformed", what, response.status);
	}
}

function kindOf(status: number): "throttled" | "unauthorized" | "unreachable" | "refused" {
	if (status === 429) return "throttled";
	if (status === 401 || status === 403) return "unauthorized";
	return status >= 500 ? "unreachable" : "refused";
}

/** The delay of a `Retry-After` header in milliseconds; its value is in seconds or a date (RFC 9110 §10.2.3). */
function waitOf(header: string | null): number | undefined {
	if (header === null) return undefined;
	const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
