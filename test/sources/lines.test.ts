import { Lines, LONGEST_LINE } from "../../policies/sources/program/process/lines";

/** What is taken of these chunks, and how often a line was too long. */
function taken(chunks: readonly (string | Buffer)[]): { readonly lines: readonly string[]; readonly tooLong: number } {
	const lines: string[] = [];
	let tooLong = 0;
	const splitter = new Lines(
		(line) => lines.push(line),
		() => tooLong++,
	);
	for (const chunk of chunks) splitter.push(Buffer.from(chunk));
	splitter.end();
	return { lines, tooLong };
}

describe("what a process prints", () => {
	it.each<[string, readonly (string | Buffer)[], readonly string[]]>([
		["ends of lines of every system", ["a\nb\r\nc\rd\n"], ["a", "b", "c", "d"]],
		["lines in pieces", ["a", "b\nc", "d\r", "\ne"], ["ab", "cd", "e"]],
		["a last line without an end", ["a\nb"], ["a", "b"]],
		["empty lines", ["\n\na\n"], ["", "", "a"]],
		["a character in two pieces", [Buffer.from("é").subarray(0, 1), Buffer.from("é").subarray(1), "\n"], ["é"]],
		["nothing", [], []],
	])("is split: %s", (_what, chunks, lines) => {
		expect(taken(chunks)).toEqual({ lines, tooLong: 0 });
	});

	it("may be any number of lines that overwrite each other", () => {
		const progress = `${"x".repeat(1023)}\r`.repeat(1024);
		const { lines, tooLong } = taken([...Array.from({ length: 40 }, () => progress), "y\n"]);
		expect(tooLong).toBe(0);
		expect(lines).toHaveLength(40 * 1024 + 1);
		expect(new Set(lines)).toEqual(new Set(["x".repeat(1023), "y"]));
	});

	it("may be a line of the greatest length, and not of one character more", () => {
		const longest = "x".repeat(LONGEST_LINE);
		expect(taken([longest, "\n"])).toEqual({ lines: [longest], tooLong: 0 });
		expect(taken([longest, "x", "\nb\n"])).toEqual({ lines: ["", "b"], tooLong: 1 });
	});
});
