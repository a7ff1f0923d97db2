import { headerOf, type Request } from "./request";

/** The three headers of a Standard Webhooks delivery (Standard Webhooks specification). */
export interface SignedHeaders {
	readonly id: string;
	/** Epoch seconds. */
	readonly timestamp: number;
	/** The signatures of version 1 in base64; other versions are ignored. */
	readonly signatures: readonly string[];
}

/** Printable, and short enough for a ledger key and a message attribute. */
const ID = /^[\x21-\x7e]{1,255}$/;
const SECONDS = /^\d{1,12}$/;
/** A version with its signature, at the start or after a space or a comma, which joins repeated headers. */
const SIGNATURE = /(?<![^\s,])(v\d+[a-z]*),([^\s,]+)/g;
const VERSION = "v1";

/** Parses the headers, or returns the reason for rejection. Repeated headers must have equal values; signatures accumulate. */
export function readSignedHeaders(request: Request): SignedHeaders | "missing-header" | "malformed-header" {
	const names = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;
	const [ids, timestamps, signatures] = names.map((name) => headerOf(request, name)) as [string, string, string];
	if (!ids || !timestamps || !signatures) return "missing-header";

	const id = onlyOne(ids);
	const timestamp = onlyOne(timestamps);
	const versioned = [...signatures.matchAll(SIGNATURE)];
	if (!id || !timestamp || versioned.length === 0 || !ID.test(id) || !SECONDS.test(timestamp)) return "malformed-header";
	return {
		id,
		timestamp: Number(timestamp),
		signatures: versioned.flatMap(([, version, signature]) => (version === VERSION && signature ? [signature] : [])),
	};
}

function onlyOne(joined: string): string | undefined {
	const [one, ...others] = new Set(joined.split(",").map((value) => value.trim()));
	return others.length === 0 ? one : undefined;
}
