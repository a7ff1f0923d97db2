import { headerOf, type Request } from "./request";

/** What the three headers of a Standard Webhooks delivery say (reference/scalekit.md §3.4). */
export interface SignedHeaders {
	readonly id: string;
	/** Epoch seconds. */
	readonly timestamp: number;
	/** The signatures of version 1, in base64; others are for receivers that know them. */
	readonly signatures: readonly string[];
}

/** Printable and short enough for a key of the ledger and an attribute of a message. */
const ID = /^[\x21-\x7e]{1,255}$/;
const SECONDS = /^\d{1,12}$/;
/** A version with its signature, at the start or after a space or the comma that joins repeated headers. */
const SIGNATURE = /(?<![^\s,])(v\d+[a-z]*),([^\s,]+)/g;
const VERSION = "v1";

/** Reads them, or says what is wrong. A header that was repeated must say the same each time; signatures add up. */
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
