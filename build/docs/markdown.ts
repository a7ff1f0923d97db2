/** The first line of every generated page. */
export function generatedFrom(source: string): string {
	return `<!-- Generated from ${source} by \`npm run docs\`; changes made here are lost. -->`;
}

/** A table; what is in its cells may hold any character. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

/** A block of code. */
export function fenced(language: string, code: string): string {
	return [`\`\`\`${language}`, code.trimEnd(), "```"].join("\n");
}

/** A word as code. */
export function code(word: string): string {
	return `\`${word}\``;
}

/** Prose whose every character shows as it is written, outside of what is code already. */
export function prose(text: string): string {
	return text
		.split(/(`[^`]*`)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>*]|(?<!\w)_|_(?!\w)/g, "\\$&")))
		.join("");
}

/** The same text, its first letter a capital. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Blocks with a blank line between them; what is empty is left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
	return parts.filter(Boolean).join("\n\n");
}

/** The anchor that readers of Markdown give a heading. */
export function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, "")
		.replace(/\s/g, "-");
}

function cell(text: string): string {
	return text.replace(/\|/g, "\\|").replace(/\n/g, " ");
}
