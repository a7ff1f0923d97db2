import { StringDecoder } from "node:string_decoder";

/** The longest line in UTF-16 code units: programs may print large documents. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** Splits a process's output into lines, in bounded memory. */
export class Lines {
	readonly #decoder = new StringDecoder("utf8");
	#pending = "";

	/**
	 * @param take receives each line, without line break
	 * @param tooLong called if a line exceeds `LONGEST_LINE`; further output is dropped
	 */
	constructor(
		private readonly take: (line: string) => void,
		private readonly tooLong: () => void,
	) {}

	push(chunk: Buffer): void {
		const [first = "", ...others] = this.#decoder.write(chunk).split("\n");
		this.#pending += first;
		for (const next of others) {
			this.#line();
			this.#pending = next;
		}
		if (this.#pending.length <= LONGEST_LINE) return;
		this.#overwritten();
		if (this.#pending.length <= LONGEST_LINE) return;
		this.#pending = "";
		this.tooLong();
	}

	/** Passes on the rest after the last line break. */
	end(): void {
		this.#pending += this.#decoder.end();
		if (this.#pending !== "") this.#line();
		this.#pending = "";
	}

	/** Passes on all but the last of the lines that each overwrite the previous one. */
	#overwritten(): void {
		const last = this.#pending.lastIndexOf("\r", this.#pending.length - 2) + 1;
		const rest = this.#pending.slice(last);
		this.#pending = this.#pending.slice(0, Math.max(0, last - 1));
		if (last > 0) this.#line();
		this.#pending = rest;
	}

	/** A line that a program overwrites, such as a progress line, counts as a line. */
	#line(): void {
		for (const each of this.#pending.replace(/\r$/, "").split("\r")) this.take(each);
	}
}
