import { type Hole, PartialText } from "../../../engine/partial-text";
import { parseJson, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";
import { UNKNOWN } from "../monitor/unknown";
import type { StandIns } from "./stand-ins";

/** The string form of an output in JavaScript. */
const OUTPUT_IN_TEXT = "[object Object]";

/** The maximum nesting of JSON in JSON. */
const DEEPEST = 4;

/**
 * A value for rules: strings with stand-ins become {@link PartialText}, also inside JSON and base64. An object with a stand-in in a key is unknown as a whole.
 * Only strings that contain a secret stay marked as secret.
 */
export function open(value: unknown, standIns: StandIns, depth = 0): unknown {
	if (typeof value === "string") return openText(value, standIns, depth);
	if (typeof value === "number") {
		const hole = standIns.holeOf(value);
		return hole ? new PartialText([hole]) : value;
	}
	if (Array.isArray(value))
		return openList(
			value.map((item) => open(item, standIns, depth)),
			standIns,
		);
	if (typeof value !== "object" || value === null || PartialText.is(value)) return value;
	const record = value as Record<string, unknown>;
	if (Object.keys(record).some((key) => standIns.isIn(key))) return UNKNOWN;
	if (record[SIGNATURE_KEY] === SECRET_SIGNATURE && "value" in record) return openSecret(record, standIns, depth);
	return Object.fromEntries(Object.entries(record).map(([key, child]) => [key, open(child, standIns, depth)]));
}

/** A list with the items of a placeholder list has a placeholder length: it is unknown as a whole. */
function openList(items: readonly unknown[], standIns: StandIns): unknown {
	const isMadeUp = items.length === standIns.items && items.every(isItem);
	return isMadeUp ? new PartialText(items.flatMap((item) => holesIn(item).slice(0, 1))) : items;
}

/** URLs have no origin. */
function isItem(item: unknown, index: number): boolean {
	const [hole] = holesIn(item);
	if (!hole?.origin) return item instanceof PartialText && item.pieces.length === 1;
	return hole.origin.property.includes(`[${index}]`);
}

function openSecret(secret: Readonly<Record<string, unknown>>, standIns: StandIns, depth: number): unknown {
	const opened = open(secret["value"], standIns, depth);
	return holesIn(opened).some((hole) => hole.secret) ? opened : { ...secret, value: opened };
}

function openText(text: string, standIns: StandIns, depth: number): unknown {
	if (text.includes(OUTPUT_IN_TEXT)) return UNKNOWN;
	const pieces = standIns.piecesOf(text);
	if (!pieces) return text;
	const decoded = decodedFrom(text);
	const inside = decoded === undefined ? undefined : standIns.piecesOf(decoded);
	if (decoded !== undefined && inside) return openText(decoded, standIns, depth);
	const document = depth < DEEPEST && /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
	return typeof document === "object" && document !== null
		? new PartialText(pieces, open(document, standIns, depth + 1))
		: new PartialText(pieces);
}

/** The decoded text, if the whole string is base64. */
function decodedFrom(text: string): string | undefined {
	const packed = text.replace(/\s/g, "");
	if (packed.length < 16 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
	return Buffer.from(packed, "base64").toString("utf8");
}

/** Every hole in an opened value. */
export function holesIn(value: unknown): readonly Hole[] {
	if (typeof value !== "object" || value === null) return [];
	if (PartialText.is(value)) return value.holes;
	return Object.values(value).flatMap(holesIn);
}
