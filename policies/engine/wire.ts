import { PartialText } from "./partial-text";

/**
 * How Pulumi writes values on the wire: in a policy request, a preview, a state file and a resource registration alike.
 *
 * Source: sdk/nodejs/runtime/rpc.ts and sdk/go/common/resource/plugin/rpc.go of pulumi/pulumi.
 */

/** The key that marks an object as a special value. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
export const FLOAT_SIGNATURE = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";
export const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The string that stands for a value that is not known before the update; one per type of value. */
export const UNKNOWN_SENTINELS: ReadonlySet<string> = new Set([
	"04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string, and a value of any type
	"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
	"3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
	"6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
	"030794c1-ac77-496b-92df-f27374a8bd58", // asset
	"e48ece36-62e2-4504-bad9-02848725956a", // archive
	"dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** What the CLI writes where it may not show a secret (`preview --json`, `policy analyze --file`). */
const REDACTED = "[secret]";

/** A wire value, understood: its state and, where known, the plain value with its marks taken off. */
export interface Understood {
	readonly state: "known" | "unknown" | "absent";
	readonly value: unknown;
	readonly secret: boolean;
	/** What is known of an unknown value. */
	readonly partial?: PartialText;
	/** True of a secret that may hold nothing. */
	readonly hollow?: true;
}

const ABSENT: Understood = { state: "absent", value: undefined, secret: false };
const UNKNOWN: Understood = { state: "unknown", value: undefined, secret: false };
const UNKNOWN_SECRET: Understood = { state: "unknown", value: undefined, secret: true };
/** A state that was exported without its secrets' key holds the plain text "null" for each of them. */
const HOLLOW_SECRET: Understood = { ...UNKNOWN_SECRET, hollow: true };

/**
 * Reads one wire value. Children of an object or list stay as they are on the wire and are read when asked for.
 *
 * `null` and `""` are absent: the AWS provider writes both where nothing was set.
 */
export function understand(raw: unknown): Understood {
	if (raw === undefined || raw === null || raw === "") return ABSENT;
	if (typeof raw === "string") {
		if (raw.length === 36 && UNKNOWN_SENTINELS.has(raw)) return UNKNOWN;
		if (raw === REDACTED) return UNKNOWN_SECRET;
	} else if (typeof raw === "object" && PartialText.is(raw)) {
		return { state: "unknown", value: undefined, secret: raw.secret, partial: raw };
	} else if (typeof raw === "object" && SIGNATURE_KEY in raw) {
		return understandMarked(raw as Record<string, unknown>);
	}
	return { state: "known", value: raw, secret: false };
}

function understandMarked(marked: Record<string, unknown>): Understood {
	switch (marked[SIGNATURE_KEY]) {
		case SECRET_SIGNATURE:
			if ("value" in marked) return asSecret(understand(marked["value"]));
			if (marked["plaintext"] === "null") return HOLLOW_SECRET;
			if (typeof marked["plaintext"] === "string") return asSecret(understand(parseJson(marked["plaintext"])));
			return UNKNOWN_SECRET;
		case OUTPUT_SIGNATURE: {
			const inner = "value" in marked ? understand(marked["value"]) : UNKNOWN;
			return marked["secret"] === true ? asSecret(inner) : inner;
		}
		case RESOURCE_SIGNATURE:
			return understand(marked["id"] ?? marked["urn"]);
		case FLOAT_SIGNATURE:
			return { state: "known", value: floatOf(marked["value"]), secret: false };
		default:
			return { state: "known", value: marked, secret: false };
	}
}

/** A number that JSON has no word for, NaN or an infinity, is written as its 64 bits. */
function floatOf(bits: unknown): number {
	const bytes = Buffer.from(typeof bits === "string" ? bits : "", "hex");
	return bytes.length === 8 ? bytes.readDoubleBE() : Number.NaN;
}

function asSecret(inner: Understood): Understood {
	return inner.state === "absent" ? inner : { ...inner, secret: true };
}

/** `JSON.parse` that answers `undefined` where the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
