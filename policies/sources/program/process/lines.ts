import { StringDecoder } from "node:string_decoder";

/** The longest line that is taken, in UTF-16 code units: what a program prints may be a large document. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** Splits what a process prints into lines, in bounded memory. */
export class Lines {
	readonly #decoder = new StringDecoder("utf8");
	#pending = "";

	/**
	 * @param take gets each line, without its end
	 * @param tooLong is called where a line is longer than `LONGEST_LINE`; what comes after that is dropped
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
		this.#pending = "";
		this.tooLong();
	}

	/** Hands over what came after the last line's end. */
	end(): void {
		this.#pending += this.#decoder.end();
		if (this.#pending !== "") this.#line();
		this.#pending = "";
	}

	/** A line that a program overwrites, such as one that shows progress, is a line as well. */
	#line(): void {
		for (const each of this.#pending.replace(/\r$/, "").split("\r")) this.take(each);
	}
}
