import { createHash, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { SignedHeaders } from "./signed-headers";

/** A signing key for deliveries. */
export interface SigningKey {
	/** True if one of the signatures is valid for this key, body, id and time. */
	signed(headers: SignedHeaders, body: string): boolean;
}

/** Shorter values are treated as placeholders; Standard Webhooks requires 24 bytes. */
const MIN_SECRET_BYTES = 16;
const PREFIX = "whsec_";

/** Parses a signing secret, `whsec_` and base64, ignoring surrounding white space; undefined if it is invalid. */
export function signingKeyOf(secret: string): SigningKey | undefined {
	const trimmed = secret.trim();
	if (!trimmed.startsWith(PREFIX)) return undefined;
	const encoded = trimmed.slice(PREFIX.length);
	if (Buffer.from(encoded, "base64").length < MIN_SECRET_BYTES) return undefined;
	try {
		return toSigningKey(new Webhook(encoded));
	} catch {
		return undefined;
	}
}

/**
 * The library's `verify` reads the process's clock and parses the body; here the timestamp is checked before and JSON after, so that each rejection has its
 * own reason. What remains is to sign and compare, as `verify` does.
 */
function toSigningKey(webhook: Webhook): SigningKey {
	return {
		signed({ id, timestamp, signatures }, body) {
			const [, expected = ""] = webhook.sign(id, new Date(timestamp * 1000), body).split(",");
			return signatures.some((signature) => timingSafeEqualText(signature, expected));
		},
	};
}

/** Compares in constant time; digests have the same length for all inputs. */
function timingSafeEqualText(one: string, other: string): boolean {
	return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
