/** The first line of every generated page. */
export function generatedFrom(source: string): string {
	return `<!-- Generated from ${source} by \`npm run docs\`. Do not edit. -->`;
}

/** A table; cells may contain any character. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

/** A block of code. */
export function fenced(language: string, code: string): string {
	return [`\`\`\`${language}`, code.trimEnd(), "```"].join("\n");
}

/** Inline code. */
export function code(word: string): string {
	return `\`${word}\``;
}

/** Escapes a text for Markdown, except for code spans. */
export function prose(text: string): string {
	return text
		.split(/(`[^`]*`)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>*]|(?<!\w)_|_(?!\w)/g, "\\$&")))
		.join("");
}

/** Capitalizes the first letter. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Joins non-empty blocks with blank lines. */
export function blocks(...parts: readonly (string | undefined)[]): string {
	return parts.filter(Boolean).join("\n\n");
}

/** The anchor of a heading. */
export function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, "")
		.replace(/\s/g, "-");
}

function cell(text: string): string {
	return text.replace(/\|/g, "\\|").replace(/\n/g, " ");
}
