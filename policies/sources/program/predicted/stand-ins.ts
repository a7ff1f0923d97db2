import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Hole, Origin, Piece } from "../../../engine/partial-text";

/** The number of digits after a token's prefix. */
const DIGITS = 8;

/** Blocks for documentation and benchmarks: RFC 2544 (198.18.0.0/15) and RFC 3849 (2001:db8::/32). */
const ADDRESS = "(?<![\\d.])198\\.1[89](?:\\.\\d{1,3}){0,2}(?:/\\d{1,2})?(?![\\d])|2001:db8:[0-9a-f:]*(?:/\\d{1,3})?";

/** A year without real timestamps. */
const TIME = "2187-[0-9T:.Z-]*";

/** The mask for stand-ins. */
const MASK = "[unknown]";

interface Made {
	/** The whole stand-in, including the token. */
	readonly text: string;
	readonly hole: Hole;
}

/** Formats a token: `(token) => "https://" + token + ".example.com"`. */
export type Frame = (token: string) => string;

export interface TextOptions {
	/** The format around the token; default: the token only. */
	readonly frame?: Frame;
	readonly secret?: boolean;
	/** Identifies one of several calls of a function. */
	readonly call?: string | undefined;
}

/**
 * The stand-ins of one check: values that programs receive for outputs known only after deployment, and that are recognizable in results. A string contains a
 * token, hexadecimal so that it is also valid in hashes; a number is one of a thousand unusual ones; a placeholder for an encrypted value is a numeric string,
 * which can be parsed as number or JSON.
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

	/** The length of lists of unknown length: programs use the first items, one for each availability zone. */
	readonly items: number;
	/** The account that a program deploys to. */
	readonly account: string;

	/** @param variant changes stand-ins and list lengths: tests compare two variants, whose verdicts must be equal */
	constructor(variant: { readonly items: number } = { items: 3 }) {
		this.items = variant.items;
		// Sorts after "arn:" in lower case and before it in upper case, so that sorting among ARNs changes when a callback is repeated.
		this.#prefix = `${"bcdef"[randomInt(5)]}${randomBytes(3).toString("hex").slice(0, 5)}`;
		this.#thousand = randomInt(3000, 9000);
		this.account = `${randomInt(10 ** 5, 10 ** 6)}${randomInt(10 ** 5, 10 ** 6)}`;
	}

	/** A string for an output; the same for the same output. */
	text(origin: Origin, { frame = (token) => token, secret = false, call = "" }: TextOptions = {}): string {
		const output = `${this.account} ${origin.urn ?? origin.type} ${call} ${origin.property}`;
		const token = this.#tokenFor(output);
		const text = frame(token);
		this.#made.set(token, { text, hole: { origin, secret } });
		return text;
	}

	/** A number for an output; beyond a thousand, numbers repeat. */
	number(origin: Origin): number {
		const number = this.#thousand * 1000 + (this.#numbersMade++ % 1000);
		if (this.#numbersMade <= 1000) this.#numbers.set(number, origin);
		else this.#numbers.delete(number);
		return number;
	}

	/** The placeholder for an encrypted value. */
	placeholder(): string {
		const made = `7${randomInt(10 ** 6, 10 ** 7)}${randomInt(10 ** 6, 10 ** 7)}`;
		this.#placeholders.set(made, { secret: true });
		this.#pattern = undefined;
		return made;
	}

	get placeholders(): readonly string[] {
		return [...this.#placeholders.keys()];
	}

	/** The prefix of tokens. */
	get prefix(): string {
		return this.#prefix;
	}

	/** A case-insensitive pattern for stand-ins in a text, also inside base64. */
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

	/** True if a value is or contains a stand-in. */
	isIn(value: unknown): boolean {
		if (typeof value === "string" || typeof value === "number") return this.#search().test(String(value));
		if (Array.isArray(value)) return value.some((item) => this.isIn(item));
		if (typeof value !== "object" || value === null) return false;
		return Object.entries(value).some(([key, child]) => this.#search().test(key) || this.isIn(child));
	}

	/** A string's known pieces and holes; undefined without stand-ins. */
	piecesOf(text: string): readonly Piece[] | undefined {
		const found = [...text.matchAll(new RegExp(this.#search(), "gi"))].map((match) => this.#extent(text, match.index, match[0]));
		if (found.length === 0) return undefined;
		// The account id in an ARN is part of the ARN's stand-in.
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

	/** A text with all stand-ins masked. */
	masked(text: string): string {
		return (
			this.piecesOf(text)
				?.map((piece) => (typeof piece === "string" ? piece : MASK))
				.join("") ?? text
		);
	}

	/** The origin of a number, if it is a stand-in. */
	holeOf(number: number): Hole | undefined {
		const origin = this.#numbers.get(number);
		if (origin) return { origin, secret: false, number: true };
		return this.#search().test(String(number)) ? { secret: this.#placeholders.has(String(number)), number: true } : undefined;
	}

	/** A unique token for each output. */
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

	/** A hole spans the whole stand-in, including the format around the token. */
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

/** The forms of a text inside a longer base64-encoded one, at any offset. */
export function insideBase64(text: string): readonly string[] {
	return [0, 1, 2].map((before) => {
		const whole = Buffer.from("x".repeat(before) + text).toString("base64");
		const certain = Math.floor(((before + text.length) * 8) / 6);
		return whole.slice(Math.ceil((before * 8) / 6), certain);
	});
}
