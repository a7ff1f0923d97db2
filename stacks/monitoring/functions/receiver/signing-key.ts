import { createHash, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { SignedHeaders } from "./signed-headers";

/** A secret that deliveries may be signed with. */
export interface SigningKey {
	/** True where one of the signatures is this key's, of exactly this body, id and time. */
	signed(headers: SignedHeaders, body: string): boolean;
}

/** Bytes of the shortest secret that is taken for one; a word that somebody wrote to have written something is shorter (Standard Webhooks asks for 24). */
const SHORTEST_BYTES = 16;
const PREFIX = "whsec_";

/** The key of a secret as Scalekit shows it, `whsec_` and base64, also where it was pasted with white space around; nothing where it is none. */
export function signingKeyOf(secret: string): SigningKey | undefined {
	const trimmed = secret.trim();
	if (!trimmed.startsWith(PREFIX)) return undefined;
	const encoded = trimmed.slice(PREFIX.length);
	if (Buffer.from(encoded, "base64").length < SHORTEST_BYTES) return undefined;
	try {
		return keyOf(new Webhook(encoded));
	} catch {
		return undefined;
	}
}

/**
 * The library's own `verify` reads the process's clock and parses the body; here the time is a check of its own before, and JSON one after, so
 * that each refusal has its reason. What is left of it is to sign and to compare, as it does.
 */
function keyOf(webhook: Webhook): SigningKey {
	return {
		signed({ id, timestamp, signatures }, body) {
			const [, expected = ""] = webhook.sign(id, new Date(timestamp * 1000), body).split(",");
			return signatures.some((signature) => sameText(signature, expected));
		},
	};
}

/** Compares in a time that tells nothing; digests have one length, whatever was sent. */
function sameText(one: string, other: string): boolean {
	return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
