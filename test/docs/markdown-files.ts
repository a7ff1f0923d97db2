import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const DOCS = join(__dirname, "../../docs");

/** Every page in docs/, generated or not, by its path there. */
export function markdownFiles(): readonly { path: string; text: string }[] {
	return readdirSync(DOCS, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ path: relative(DOCS, file), text: readFileSync(file, "utf8") }));
}

/** What stands in the blocks of one language. */
export function fencesOf(text: string, language: string): readonly string[] {
	return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => match[1] ?? "");
}

/** A page without its blocks of code. */
export function withoutFences(text: string): string {
	return text.replace(/^```[\s\S]*?^```$/gm, "");
}
