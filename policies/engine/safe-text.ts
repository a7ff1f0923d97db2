import { stripVTControlCharacters } from "node:util";

/** Matches most texts, and is much faster than the replacements below. */
const PLAIN = /^[ -~]*$/;

/**
 * Control characters, format characters such as bidirectional overrides, line separators, other invisible characters, and
 * halves of surrogate pairs.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Commands of CI systems in output: `::error` at the start of a line (GitHub Actions), `##[group]` (GitHub Actions and Azure
 * Pipelines), `##vso[` (Azure Pipelines) and `##teamcity[` anywhere in it. Whitespace may be in place of a line break, and a quoted name stays the same without quotes.
 */
const CI_COMMAND = /(^|[\s"]):{2,}|#{2,}(?=\[|vso\[|teamcity\[)/gi;

/** The text as one line that is safe to print: names, keys and messages come from outside. */
export function safeLine(text: string): string {
	const visible = PLAIN.test(text) ? text : withoutSequences(text).replace(HIDDEN, " ");
	return visible.includes("::") || visible.includes("##")
		? visible.replace(CI_COMMAND, (_, before?: string) => (before === undefined ? "#" : `${before}:`))
		: visible;
}

/** The text without control sequences of terminals, whose letters may adjoin words: colors, links. */
export function withoutSequences(text: string): string {
	return text.includes("\u001b") || text.includes("\u009b") ? stripVTControlCharacters(text) : text;
}

/** A copy of a value in which every string, including keys, has been replaced. */
export function mapStrings<T>(value: T, replace: (text: string) => string): T {
	return mapped(value, replace) as T;
}

function mapped(value: unknown, replace: (text: string) => string): unknown {
	if (typeof value === "string") return replace(value);
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => mapped(item, replace));
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [replace(key), mapped(child, replace)]));
}
