import { Timestamp } from "./yaml";

/** A number that JSON cannot hold: `.inf`, `.nan`. */
export class NoJsonNumber extends Error {}

/** The file that a value is written in: of the same date, Pulumi's CLI makes another text in each. */
export type ConfigFile = "stack" | "project";

/**
 * The text that a program gets for a value of its configuration: a string as it is, everything else in JSON, as Go's
 * encoding/json writes it.
 *
 * @param value what `readYaml` made of it
 * @throws NoJsonNumber
 */
export function configText(value: unknown, file: ConfigFile): string {
	if (typeof value === "string") return value;
	if (value instanceof Timestamp) return value.in(file);
	// Alone in a stack's file, an integer keeps all its digits; elsewhere it is a float where it needs more than 63 bits.
	return typeof value === "bigint" && file === "stack" ? String(value) : json(value, file);
}

function json(value: unknown, file: ConfigFile): string {
	if (Array.isArray(value)) return `[${value.map((item) => json(item, file)).join(",")}]`;
	if (value instanceof Timestamp) return escaped(value.in(file));
	if (typeof value === "bigint") return BigInt.asIntN(64, value) === value ? String(value) : String(Number(value));
	if (typeof value === "number" && !Number.isFinite(value)) throw new NoJsonNumber();
	if (typeof value !== "object" || value === null) return escaped(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, child]) => `${escaped(key)}:${json(child, file)}`).join(",")}}`;
}

/** Go escapes what HTML and old JavaScript would take for their own. */
function escaped(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
