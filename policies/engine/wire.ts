import { PartialText } from "./partial-text";

/**
 * Pulumi's wire format of property values, in policy requests, previews, state files and resource registrations.
 *
 * Source: https://github.com/pulumi/pulumi, sdk/nodejs/runtime/rpc.ts and sdk/go/common/resource/plugin/rpc.go.
 */

/** The key that marks an object as a special value. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
export const FLOAT_SIGNATURE = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";
export const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The string that represents an unknown string, or an unknown value of any type. */
export const UNKNOWN_SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The strings that represent unknown values, one per type of value. */
export const UNKNOWN_SENTINELS: ReadonlySet<string> = new Set([
	UNKNOWN_SENTINEL,
	"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
	"3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
	"6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
	"030794c1-ac77-496b-92df-f27374a8bd58", // asset
	"e48ece36-62e2-4504-bad9-02848725956a", // archive
	"dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** The CLI's placeholder for a secret (`preview --json`, `policy analyze --file`). */
const REDACTED = "[secret]";

/** A decoded value: its state and, if known, the plain value without its secret and output wrappers. */
export interface Decoded {
	readonly state: "known" | "unknown" | "absent";
	readonly value: unknown;
	readonly secret: boolean;
	/** The known parts of an unknown value. */
	readonly partial?: PartialText;
	/** True for a secret that may be empty. */
	readonly possiblyEmpty?: true;
}

const ABSENT: Decoded = { state: "absent", value: undefined, secret: false };
const UNKNOWN: Decoded = { state: "unknown", value: undefined, secret: false };
const UNKNOWN_SECRET: Decoded = { state: "unknown", value: undefined, secret: true };
/** A state that is exported without the key of its secrets has the plain text "null" for each of them. */
const POSSIBLY_EMPTY_SECRET: Decoded = { ...UNKNOWN_SECRET, possiblyEmpty: true };

/**
 * Decodes one wire value. Children of objects and lists are decoded on access.
 *
 * `null` and `""` are absent: the AWS provider writes both for properties that are not set.
 */
export function decode(raw: unknown): Decoded {
	if (raw === undefined || raw === null || raw === "") return ABSENT;
	if (typeof raw === "string") {
		if (raw.length === 36 && UNKNOWN_SENTINELS.has(raw)) return UNKNOWN;
		if (raw === REDACTED) return UNKNOWN_SECRET;
	} else if (typeof raw === "object" && PartialText.is(raw)) {
		return { state: "unknown", value: undefined, secret: raw.secret, partial: raw };
	} else if (typeof raw === "object" && SIGNATURE_KEY in raw) {
		return decodeMarked(raw as Record<string, unknown>);
	}
	return { state: "known", value: raw, secret: false };
}

function decodeMarked(marked: Record<string, unknown>): Decoded {
	switch (marked[SIGNATURE_KEY]) {
		case SECRET_SIGNATURE:
			if ("value" in marked) return asSecret(decode(marked["value"]));
			if (marked["plaintext"] === "null") return POSSIBLY_EMPTY_SECRET;
			if (typeof marked["plaintext"] === "string") return asSecret(decode(parseJson(marked["plaintext"])));
			return UNKNOWN_SECRET;
		case OUTPUT_SIGNATURE: {
			const inner = "value" in marked ? decode(marked["value"]) : UNKNOWN;
			return marked["secret"] === true ? asSecret(inner) : inner;
		}
		case RESOURCE_SIGNATURE:
			return decode(marked["id"] ?? marked["urn"]);
		case FLOAT_SIGNATURE:
			return { state: "known", value: floatOf(marked["value"]), secret: false };
		default:
			return { state: "known", value: marked, secret: false };
	}
}

/** NaN and infinities, which JSON cannot represent, are encoded as their 64 bits. */
function floatOf(bits: unknown): number {
	const bytes = Buffer.from(typeof bits === "string" ? bits : "", "hex");
	return bytes.length === 8 ? bytes.readDoubleBE() : Number.NaN;
}

function asSecret(inner: Decoded): Decoded {
	return inner.state === "absent" ? inner : { ...inner, secret: true };
}

/** Parses JSON; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
