import { mapStrings, safeLine, withoutSequences } from "../engine/safe-text";
import { maskFormats } from "./mask";

/** More different texts than a report repeats. */
const MAX_KNOWN = 10_000;
const known = new Map<string, string>();

/** A text from outside as both entry points write it: one line, masked and safe to print. */
export function safeText(text: string): string {
	const before = known.get(text);
	if (before !== undefined) return before;
	const safe = safeLine(maskFormats(withoutSequences(text)));
	if (known.size < MAX_KNOWN) known.set(text, safe);
	return safe;
}

/** Several lines, each safe to print: a private key in them is masked as a whole. */
export function safeLines(text: string): string {
	return maskFormats(withoutSequences(text)).split(/\r?\n/).map(safeLine).join("\n");
}

/** A copy of a value with safe strings, including keys. */
export function safeValue<T>(value: T): T {
	return mapStrings(value, safeText);
}
