import { Timestamp } from "./yaml";

/** A number that JSON cannot hold: `.inf`, `.nan`. */
export class NoJsonNumber extends Error {}

/** The file of a value: Pulumi's CLI formats dates differently by file. */
export type ConfigFile = "stack" | "project";

/**
 * The string that a program receives for a configuration value: strings unchanged, others as JSON, formatted as by Go's encoding/json.
 *
 * @param value as returned by `readYaml`
 * @throws NoJsonNumber
 */
export function configText(value: unknown, file: ConfigFile): string {
	if (typeof value === "string") return value;
	if (value instanceof Timestamp) return value.in(file);
	// As a whole value in a stack file, an integer keeps all digits; elsewhere it becomes a float beyond 63 bits.
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

/** Go escapes characters that are special in HTML and JavaScript. */
function escaped(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
