import { createHash } from "node:crypto";

/** Digests of all runs of four words in a text, or of the whole where it is shorter; lets texts be compared that are not ours to repeat. */
export function digestsOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	const runs = words.length < 4 ? [words] : words.slice(3).map((_, index) => words.slice(index, index + 4));
	return runs.map((run) => createHash("sha256").update(run.join(" ")).digest("hex").slice(0, 8));
}
