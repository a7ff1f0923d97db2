import type { RejectionReason } from "../../../../signals/webhooks";
import type { Delivery } from "../delivery";
import { bodyOf, headerOf, type Request } from "./request";
import { readSignedHeaders, type SignedHeaders } from "./signed-headers";
import type { SigningKeys } from "./signing-keys";

/**
 * Bytes that a body may have: a message in the queue has 256 KiB with its attributes (SQS, Developer Guide: Message quotas, of a queue that does not ask for
 * more), and those take less than one. Documented events have a few.
 */
export const LARGEST_BODY = 255 * 1024;

/** Seconds that a delivery's time may differ from ours, either way; exactly so many pass, as with Scalekit's own SDK (reference/scalekit.md §3.4). */
export const TOLERANCE_SECONDS = 300;

/** There is no key to check a signature against. */
export class SecretNotFilled extends Error {
	override readonly name = "SecretNotFilled";
}

/** Decides whether a request is a delivery of Scalekit's, in the order of `REJECTION_REASONS`. Throws where there are no keys to be had. */
export async function check(request: Request, keys: SigningKeys, now: Date): Promise<Delivery | RejectionReason> {
	if (!saysJson(headerOf(request, "content-type"))) return "content-type";
	const bytes = bodyOf(request);
	if (bytes.length > LARGEST_BODY) return "too-large";
	const headers = readSignedHeaders(request);
	if (typeof headers === "string") return headers;
	if (Math.abs(Math.floor(now.getTime() / 1000) - headers.timestamp) > TOLERANCE_SECONDS) return "timestamp";
	const body = bytes.toString("utf8");
	if (!(await isSigned(keys, headers, body))) return "signature";
	if (!isJson(body)) return "not-json";
	return { id: headers.id, body };
}

function saysJson(contentTypes: string): boolean {
	return contentTypes.split(",").every((type) => type.split(";")[0]?.trim().toLowerCase() === "application/json");
}

async function isSigned(keys: SigningKeys, headers: SignedHeaders, body: string): Promise<boolean> {
	const known = await keys.known();
	if (known.some((key) => key.signed(headers, body))) return true;
	const renewed = await keys.renewed();
	if (renewed.length === 0) throw new SecretNotFilled("Nobody has filled the signing secret, or with something else");
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
