import { UNKNOWN, UNKNOWN_SECRET } from "./unknown";

/** What JavaScript makes of an unknown value that is put into a text. */
const UNKNOWN_IN_TEXT = "[object Object]";

/** What is shown in place of a secret. */
const MASK = "[secret]";

/** What is shorter is more likely a word of its own than a secret. */
const SHORTEST = 8;

const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PASSPHRASE|PRIVATE_KEY|ACCESS_KEY/i;

/** The values of environment variables whose names say that they are secrets: programs may say them in an error. */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
	return Object.entries(environment).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []));
}

/** Finds, in what a program made, what stands for values that cannot be known here: nobody is to take them for real ones. */
export class Concealer {
	readonly #marks: readonly string[];
	readonly #masked: readonly string[];

	/**
	 * @param placeholders the texts that stand for encrypted values
	 * @param secrets other texts that nobody is to see
	 */
	constructor(placeholders: readonly string[], secrets: readonly string[] = []) {
		this.#marks = placeholders.flatMap((each) => [each, ...base64Forms(each)]);
		this.#masked = [...this.#marks, ...secrets.filter((each) => each.length >= SHORTEST)];
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
		return this.#masked.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
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
