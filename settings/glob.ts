/** Matches the characters that turn a name into a glob. */
export const GLOB_MARK = /[*?[\]{}()\\]/;

/**
 * A glob over names: `*` and `?`, `[abc]`, `{one,another}`, and `@(…)`, `?(…)`, `+(…)`, `*(…)`, `!(…)`; a backslash escapes the next
 * character.
 *
 * Libraries compile globs to regular expressions, whose backtracking takes exponential time for many `*` and a long name. Here each
 * part of the pattern maps the positions where the previous part may end to those where it may end itself, so the time is bounded
 * by the length of the pattern times the square of the length of the name.
 */
export class Glob {
	readonly #parts: readonly Part[];
	/** The name, if the pattern has no wildcards, as is common. */
	readonly literal: string | undefined;
	/** True if it matches every name. */
	readonly matchesAll: boolean;

	/** @throws Error with a clause if a bracket is not closed */
	constructor(pattern: string) {
		this.#parts = new Parser(pattern).parse();
		this.literal = this.#parts.every((part) => part.is === "text")
			? this.#parts.map((part) => part.is === "text" && part.text).join("")
			: undefined;
		this.matchesAll = this.#parts.length > 0 && this.#parts.every((part) => part.is === "any");
	}

	matches(name: string): boolean {
		if (this.literal !== undefined) return this.literal === name;
		return endsOf(this.#parts, name, new Set([0])).has(name.length);
	}

	/** True if a part is negated. */
	get negates(): boolean {
		return this.#parts.some(negates);
	}
}

type Part =
	| { readonly is: "text"; readonly text: string }
	| { readonly is: "one" }
	| { readonly is: "any" }
	| { readonly is: "set"; readonly has: (character: string) => boolean }
	| { readonly is: "choice"; readonly how: string; readonly options: readonly (readonly Part[])[] };

function negates(part: Part): boolean {
	return part.is === "choice" && (part.how === "!" || part.options.flat().some(negates));
}

/** The positions in a name where a sequence of parts may end, given the positions where it may start. */
function endsOf(parts: readonly Part[], name: string, starts: ReadonlySet<number>): ReadonlySet<number> {
	let at = starts;
	for (const part of parts) {
		if (at.size === 0) return at;
		at = endsOfOne(part, name, at);
	}
	return at;
}

function endsOfOne(part: Part, name: string, starts: ReadonlySet<number>): ReadonlySet<number> {
	if (part.is === "any") {
		let first = name.length;
		for (const start of starts) first = Math.min(first, start);
		return new Set(Array.from({ length: name.length - first + 1 }, (_, index) => first + index));
	}
	if (part.is === "choice") return endsOfChoice(part, name, starts);
	const ends = new Set<number>();
	for (const start of starts) {
		const character = name[start];
		if (part.is === "text" && name.startsWith(part.text, start)) ends.add(start + part.text.length);
		else if (part.is === "one" && character !== undefined) ends.add(start + 1);
		else if (part.is === "set" && character !== undefined && part.has(character)) ends.add(start + 1);
	}
	return ends;
}

function endsOfChoice({ how, options }: Part & { is: "choice" }, name: string, starts: ReadonlySet<number>): ReadonlySet<number> {
	const once = (from: ReadonlySet<number>) => new Set(options.flatMap((option) => [...endsOf(option, name, from)]));
	if (how === "!") {
		const ends = new Set<number>();
		for (const start of starts) {
			const excluded = once(new Set([start]));
			for (let end = start; end <= name.length; end++) if (!excluded.has(end)) ends.add(end);
		}
		return ends;
	}
	const ends = new Set(how === "?" || how === "*" ? starts : []);
	let fresh: ReadonlySet<number> = once(starts);
	while (fresh.size > 0) {
		for (const end of fresh) ends.add(end);
		if (how !== "+" && how !== "*") break;
		fresh = new Set([...once(fresh)].filter((end) => !ends.has(end)));
	}
	return ends;
}

class Parser {
	#at = 0;

	constructor(private readonly pattern: string) {}

	parse(): readonly Part[] {
		return this.#sequence("");
	}

	/** @param ends the characters that end the sequence; they are not consumed */
	#sequence(ends: string): Part[] {
		const parts: Part[] = [];
		while (this.#at < this.pattern.length && !ends.includes(this.#peek())) {
			const part = this.#part();
			const last = parts.at(-1);
			if (part.is === "text" && last?.is === "text") parts[parts.length - 1] = { is: "text", text: last.text + part.text };
			else if (part.is !== "any" || last?.is !== "any") parts.push(part);
		}
		return parts;
	}

	#part(): Part {
		const character = this.#next();
		if ("@?+*!".includes(character) && this.#peek() === "(") return { is: "choice", how: character, options: this.#options("|", ")") };
		if (character === "*") return { is: "any" };
		if (character === "?") return { is: "one" };
		if (character === "{") return { is: "choice", how: "@", options: this.#options(",", "}", false) };
		if (character === "[") return this.#set();
		return { is: "text", text: character === "\\" && this.#at < this.pattern.length ? this.#next() : character };
	}

	#options(separator: string, end: string, skip = true): (readonly Part[])[] {
		const opened = this.#at;
		if (skip) this.#at++;
		const options = [this.#sequence(separator + end)];
		while (this.#peek() === separator) {
			this.#at++;
			options.push(this.#sequence(separator + end));
		}
		if (this.#next() !== end) throw new Error(`the bracket at its character ${opened} is not closed`);
		return options;
	}

	#set(): Part {
		const opened = this.#at;
		const isNegated = "!^".includes(this.#peek()) && this.#peek() !== "";
		if (isNegated) this.#at++;
		const ranges: (readonly [from: string, to: string])[] = [];
		while (this.#at < this.pattern.length && (this.#peek() !== "]" || ranges.length === 0)) {
			const from = this.#next();
			const isRange = this.#peek() === "-" && (this.pattern[this.#at + 1] ?? "]") !== "]";
			if (isRange) this.#at++;
			ranges.push([from, isRange ? this.#next() : from]);
		}
		if (this.#next() !== "]") throw new Error(`the bracket at its character ${opened} is not closed`);
		return { is: "set", has: (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNegated };
	}

	#peek(): string {
		return this.pattern[this.#at] ?? "";
	}

	#next(): string {
		return this.pattern[this.#at++] ?? "";
	}
}
