const WIDTH = 120;
const INDENT = "  ";

/** Code: a token, or a bracketed list of items that may be split into lines. */
export type Code = string | Group;

interface Group {
	readonly open: string;
	readonly close: string;
	readonly items: readonly Code[];
	/** The space between brackets and items on one line. */
	readonly padding: string;
}

/** A list; with a single group its brackets stay on the same line. */
export function listCode(items: readonly Code[]): Code {
	const [only] = items;
	if (items.length === 1 && typeof only === "object") return around("[", only, "]");
	return { open: "[", close: "]", items, padding: "" };
}

export function objectCode(entries: readonly (readonly [string, Code])[]): Code {
	return { open: "{", close: "}", items: entries.map(([key, value]) => around(`${keyCode(key)}: `, value)), padding: " " };
}

/** Code with a prefix and a suffix, such as a call or a statement. */
export function around(before: string, code: Code, after = ""): Code {
	if (typeof code === "string") return before + code + after;
	return { ...code, open: before + code.open, close: code.close + after };
}

/** Formats code on one line if it fits, otherwise with one item per line. */
export function layOut(code: Code, indent = ""): string {
	const flat = onOneLine(code);
	if (typeof code === "string" || code.items.length === 0 || indent.length + flat.length <= WIDTH) return flat;
	const inner = indent + INDENT;
	return [code.open, ...code.items.map((item) => `${inner}${layOut(item, inner)},`), indent + code.close].join("\n");
}

function onOneLine(code: Code): string {
	if (typeof code === "string") return code;
	const padding = code.items.length > 0 ? code.padding : "";
	return code.open + padding + code.items.map(onOneLine).join(", ") + padding + code.close;
}

function keyCode(key: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
