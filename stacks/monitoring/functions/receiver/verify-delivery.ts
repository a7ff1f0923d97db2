import type { RejectionReason } from "../../../../signals/webhooks";
import type { Delivery } from "../delivery";
import { bodyOf, headerOf, type Request } from "./request";
import { readSignedHeaders, type SignedHeaders } from "./signed-headers";
import type { SigningKeys } from "./signing-keys";

/**
 * Maximum body size in bytes: a queue message has 256 KiB including attributes (SQS, Developer Guide: Message quotas), which take less than 1 KiB. Documented
 * events have a few KiB.
 */
export const MAX_BODY_BYTES = 255 * 1024;

/** Maximum difference of a delivery's timestamp in seconds, inclusive, in both directions, as in Scalekit's SDK. */
export const TOLERANCE_SECONDS = 300;

/** The secret contains no signing key. */
export class MissingSecretError extends Error {
	override readonly name = "MissingSecretError";
}

/** Verifies that a request is a Scalekit delivery, in the order of `REJECTION_REASONS`. Throws if no keys are available. */
export async function verifyDelivery(request: Request, keys: SigningKeys, now: Date): Promise<Delivery | RejectionReason> {
	if (!isJsonContentType(headerOf(request, "content-type"))) return "content-type";
	const bytes = bodyOf(request);
	if (bytes.length > MAX_BODY_BYTES) return "too-large";
	const headers = readSignedHeaders(request);
	if (typeof headers === "string") return headers;
	if (Math.abs(Math.floor(now.getTime() / 1000) - headers.timestamp) > TOLERANCE_SECONDS) return "timestamp";
	const body = bytes.toString("utf8");
	if (!(await isSigned(keys, headers, body))) return "signature";
	if (!isJson(body)) return "not-json";
	return { id: headers.id, body };
}

function isJsonContentType(contentTypes: string): boolean {
	return contentTypes.split(",").every((type) => type.split(";")[0]?.trim().toLowerCase() === "application/json");
}

async function isSigned(keys: SigningKeys, headers: SignedHeaders, body: string): Promise<boolean> {
	const known = await keys.cached();
	if (known.some((key) => key.signed(headers, body))) return true;
	const renewed = await keys.refetched();
	if (renewed.length === 0) throw new MissingSecretError("The secret contains no signing secret (whsec_…)");
	return renewed !== known && renewed.some((key) => key.signed(headers, body));
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
