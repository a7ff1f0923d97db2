import { UNKNOWN, UNKNOWN_SECRET } from "./unknown";

/** What JavaScript makes of an unknown value that is put into a text. */
const UNKNOWN_IN_TEXT = "[object Object]";

/** What is shown in place of a secret. */
const MASK = "[secret]";

/** Finds, in what a program made, what stands for values that cannot be known here: nobody is to take them for real ones. */
export class Concealer {
	readonly #marks: readonly string[];

	/** @param placeholders the texts that stand for encrypted values */
	constructor(placeholders: readonly string[]) {
		this.#marks = placeholders.flatMap((each) => [each, ...base64Forms(each)]);
	}

	/** A value with an unknown in place of every text that an unreadable value went into. */
	value(value: unknown): unknown {
		if (typeof value === "string" || typeof value === "number") {
			const text = String(value);
			if (this.#holdsSecret(text)) return UNKNOWN_SECRET;
			return text.includes(UNKNOWN_IN_TEXT) ? UNKNOWN : value;
		}
		if (Array.isArray(value)) return value.map((item) => this.value(item));
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [this.text(key), this.value(child)]));
	}

	/** A text for people, with a mask in place of every secret. */
	text(text: string): string {
		return this.#marks.reduce((masked, mark) => masked.replaceAll(mark, MASK), text);
	}

	#holdsSecret(text: string): boolean {
		return this.#marks.some((mark) => text.includes(mark));
	}
}

/** How a text shows inside a longer one that is base64-encoded, wherever in it it stands. */
function base64Forms(text: string): readonly string[] {
	return [0, 1, 2].map((before) => {
		const whole = Buffer.from("x".repeat(before) + text).toString("base64");
		const certain = Math.floor(((before + text.length) * 8) / 6);
		return whole.slice(Math.ceil((before * 8) / 6), certain);
	});
}
