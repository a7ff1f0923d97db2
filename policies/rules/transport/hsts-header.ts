const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const DIRECTIVE = new RegExp(`[ \\t]*(?:(${TOKEN})(?:[ \\t]*=[ \\t]*(${TOKEN}|"(?:[^"\\\\]|\\\\.)*"))?)?[ \\t]*(?:;|$)`, "y");

/**
 * The max-age of a Strict-Transport-Security header in seconds; undefined if the header violates the grammar of RFC 6797,
 * section 6.1, so browsers ignore it.
 */
export function maxAgeOf(header: string): number | undefined {
	const directives = new Map<string, string>();
	for (let at = 0; at < header.length; ) {
		DIRECTIVE.lastIndex = at;
		const found = DIRECTIVE.exec(header);
		if (!found) return undefined;
		at = DIRECTIVE.lastIndex;
		const name = found[1]?.toLowerCase();
		if (name === undefined) continue;
		if (directives.has(name)) return undefined;
		directives.set(name, found[2] ?? "");
	}
	const seconds = /^(?:(\d+)|"(\d+)")$/.exec(directives.get("max-age") ?? "");
	return seconds ? Number(seconds[1] ?? seconds[2]) : undefined;
}
