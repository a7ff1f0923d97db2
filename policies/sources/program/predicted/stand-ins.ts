import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Hole, Origin, Piece } from "../../../engine/partial-text";

/** How many digits of a token follow its prefix. */
const DIGITS = 8;

/** Blocks for documentation and benchmarks: RFC 2544 (198.18.0.0/15) and RFC 3849 (2001:db8::/32). */
const ADDRESS = "(?<![\\d.])198\\.1[89](?:\\.\\d{1,3}){0,2}(?:/\\d{1,2})?(?![\\d])|2001:db8:[0-9a-f:]*(?:/\\d{1,3})?";

/** A year in which no real timestamp lies. */
const TIME = "2187-[0-9T:.Z-]*";

/** What is shown in place of a stand-in. */
const MASK = "[unknown]";

interface Made {
	/** The whole stand-in, the token in it. */
	readonly text: string;
	readonly hole: Hole;
}

/** Makes a text around a token: `(token) => "https://" + token + ".example.com"`. */
export type Frame = (token: string) => string;

export interface TextOptions {
	/** What is around the token; nothing where absent. */
	readonly frame?: Frame;
	readonly secret?: boolean;
	/** What tells two calls of one function apart. */
	readonly call?: string | undefined;
}

/**
 * The stand-ins of one check: values that programs get in place of what is known only after deployment, and how they are
 * recognised wherever they end up. A text has a token in it, hexadecimal so that it survives where only digits of hashes
 * are allowed; a number is one of a thousand that nobody writes; a placeholder for an encrypted value is a number as text,
 * which survives code that parses numbers or JSON.
 */
export class StandIns {
	readonly #prefix: string;
	readonly #thousand: number;
	readonly #made = new Map<string, Made>();
	readonly #tokens = new Map<string, string>();
	readonly #numbers = new Map<number, Origin>();
	readonly #placeholders = new Map<string, Hole>();
	#numbersMade = 0;
	#pattern: RegExp | undefined;

	/** How many items a list has whose length is not known: programs take the first ones, one for each availability zone. */
	readonly items: number;
	/** The account that a program deploys to. */
	readonly account: string;

	/** @param variant tests compare two runs with other stand-ins and other lengths of lists: no verdict may differ */
	constructor(variant: { readonly items: number } = { items: 3 }) {
		this.items = variant.items;
		// After "arn:" in small letters and before it in capitals: what is sorted among ARNs moves when a callback is called again.
		this.#prefix = `${"bcdef"[randomInt(5)]}${randomBytes(3).toString("hex").slice(0, 5)}`;
		this.#thousand = randomInt(3000, 9000);
		this.account = `${randomInt(10 ** 5, 10 ** 6)}${randomInt(10 ** 5, 10 ** 6)}`;
	}

	/** A text for an output; the same output gets the same text. */
	text(origin: Origin, { frame = (token) => token, secret = false, call = "" }: TextOptions = {}): string {
		const output = `${this.account} ${origin.urn ?? origin.type} ${call} ${origin.property}`;
		const token = this.#tokenFor(output);
		const text = frame(token);
		this.#made.set(token, { text, hole: { origin, secret } });
		return text;
	}

	/** A number for an output; of more than a thousand nobody knows which is whose. */
	number(origin: Origin): number {
		const number = this.#thousand * 1000 + (this.#numbersMade++ % 1000);
		if (this.#numbersMade <= 1000) this.#numbers.set(number, origin);
		else this.#numbers.delete(number);
		return number;
	}

	/** What a program gets for an encrypted value. */
	placeholder(): string {
		const made = `7${randomInt(10 ** 6, 10 ** 7)}${randomInt(10 ** 6, 10 ** 7)}`;
		this.#placeholders.set(made, { secret: true });
		this.#pattern = undefined;
		return made;
	}

	get placeholders(): readonly string[] {
		return [...this.#placeholders.keys()];
	}

	/** What tokens begin with. */
	get prefix(): string {
		return this.#prefix;
	}

	/** A pattern, case-insensitive, that finds every stand-in in a text, also inside base64. */
	get pattern(): string {
		const encoded = [this.#prefix, this.account, ...this.placeholders].flatMap(insideBase64).map((each) => each.replace(/[+/]/g, "\\$&"));
		return [
			`${this.#prefix}[0-9a-f]{0,${DIGITS}}`,
			...this.placeholders,
			`(?<!\\d)${this.account}(?!\\d)`,
			`(?<!\\d)${this.#thousand}\\d{3}(?!\\d)`,
			ADDRESS,
			TIME,
			...encoded,
		].join("|");
	}

	/** True where a text, or anything in a value, is or holds a stand-in. */
	isIn(value: unknown): boolean {
		if (typeof value === "string" || typeof value === "number") return this.#search().test(String(value));
		if (Array.isArray(value)) return value.some((item) => this.isIn(item));
		if (typeof value !== "object" || value === null) return false;
		return Object.entries(value).some(([key, child]) => this.#search().test(key) || this.isIn(child));
	}

	/** A text's known pieces and its holes; undefined where it holds no stand-in. */
	piecesOf(text: string): readonly Piece[] | undefined {
		const found = [...text.matchAll(new RegExp(this.#search(), "gi"))].map((match) => this.#extent(text, match.index, match[0]));
		if (found.length === 0) return undefined;
		// The account in an ARN is a part of the ARN's stand-in, which begins before it.
		const whole = found.sort((one, two) => one.start - two.start || two.end - one.end);
		const pieces: Piece[] = [];
		let done = 0;
		for (const { start, end, hole } of whole) {
			if (end <= done) continue;
			if (start > done) pieces.push(text.slice(done, start));
			pieces.push(hole);
			done = end;
		}
		if (done < text.length) pieces.push(text.slice(done));
		return pieces;
	}

	/** A text for people, with a mask in place of every stand-in. */
	masked(text: string): string {
		return (
			this.piecesOf(text)
				?.map((piece) => (typeof piece === "string" ? piece : MASK))
				.join("") ?? text
		);
	}

	/** Where the number comes from, if it stands for an output. */
	holeOf(number: number): Hole | undefined {
		const origin = this.#numbers.get(number);
		if (origin) return { origin, secret: false, number: true };
		return this.#search().test(String(number)) ? { secret: this.#placeholders.has(String(number)), number: true } : undefined;
	}

	/** A token of its own for each output. */
	#tokenFor(output: string): string {
		let token = this.#tokens.get(output);
		for (let attempt = 0; token === undefined; attempt++) {
			const digits = createHash("sha256").update(`${output} ${attempt}`).digest("hex").slice(0, DIGITS);
			if (this.#made.has(`${this.#prefix}${digits}`)) continue;
			token = `${this.#prefix}${digits}`;
			this.#tokens.set(output, token);
		}
		return token;
	}

	/** A hole is as wide as its stand-in: the host and the account around a token are made up too. */
	#extent(text: string, index: number, found: string): { readonly start: number; readonly end: number; readonly hole: Hole } {
		const placeholder = this.#placeholders.get(found);
		const made = this.#made.get(found.toLowerCase());
		let start = index;
		let end = index + found.length;
		if (!made) {
			const origin = this.#numbers.get(Number(found));
			return { start, end, hole: placeholder ?? (origin ? { origin, secret: false, number: true } : { secret: false }) };
		}
		const around = made.text.toLowerCase();
		const at = around.indexOf(found.toLowerCase());
		const isSame = (here: number, there: number) => text[here] !== undefined && text[here]?.toLowerCase() === around[there];
		for (let there = at - 1; there >= 0 && isSame(start - 1, there); there--) start--;
		for (let there = at + found.length; there < around.length && isSame(end, there); there++) end++;
		return { start, end, hole: made.hole };
	}

	#search(): RegExp {
		this.#pattern ??= new RegExp(this.pattern, "i");
		return this.#pattern;
	}
}

/** How a text shows inside a longer one that is base64-encoded, wherever in it it stands. */
export function insideBase64(text: string): readonly string[] {
	return [0, 1, 2].map((before) => {
		const whole = Buffer.from("x".repeat(before) + text).toString("base64");
		const certain = Math.floor(((before + text.length) * 8) / 6);
		return whole.slice(Math.ceil((before * 8) / 6), certain);
	});
}
