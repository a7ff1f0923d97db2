const WIDTH = 120;
const INDENT = "  ";

/** Code that is one word, or items between two ends that may be broken into lines. */
export type Code = string | Group;

interface Group {
	readonly open: string;
	readonly close: string;
	readonly items: readonly Code[];
	/** What keeps the ends away from the items while all is on one line. */
	readonly padding: string;
}

/** A list of one group keeps its brackets around it. */
export function listCode(items: readonly Code[]): Code {
	const [only] = items;
	if (items.length === 1 && typeof only === "object") return around("[", only, "]");
	return { open: "[", close: "]", items, padding: "" };
}

export function objectCode(entries: readonly (readonly [string, Code])[]): Code {
	return { open: "{", close: "}", items: entries.map(([key, value]) => around(`${keyCode(key)}: `, value)), padding: " " };
}

/** The same code between two pieces of text: a call, a statement. */
export function around(before: string, code: Code, after = ""): Code {
	if (typeof code === "string") return before + code + after;
	return { ...code, open: before + code.open, close: code.close + after };
}

/** On one line where there is room, else with an item a line. */
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
