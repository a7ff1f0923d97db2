import { createHash } from "node:crypto";

/** Digests of all sequences of four words in a text, or of the whole if it is shorter, to compare texts that must not be copied. */
export function digestsOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	const runs = words.length < 4 ? [words] : words.slice(3).map((_, index) => words.slice(index, index + 4));
	return runs.map((run) => createHash("sha256").update(run.join(" ")).digest("hex").slice(0, 8));
}
