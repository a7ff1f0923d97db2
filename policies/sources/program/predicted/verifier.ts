/** How stand-ins are recognized in a program's process. */
export interface Marks {
	/** Matches a stand-in, case-insensitively. */
	readonly pattern: string;
	/** The prefix of tokens. */
	readonly prefix: string;
}

export type Callback = (value: unknown) => unknown;

/** Calls callbacks again. */
export interface Verifier {
	/** True while a callback is repeated, which must have no side effects. */
	isCalledAgain(): boolean;
	/** A result with stand-ins for parts computed from the stand-ins in a value; undefined if that cannot be determined. */
	verified(result: unknown, value: unknown, callback: Callback): unknown;
}

/**
 * Runs in the program's process: this function's source runs there, so it is self-contained.
 *
 * The parts of a result around stand-ins are literals of the program, or computed from a stand-in, such as a length or a hash. Parts are treated as literals if
 * they are equal when the callback is repeated with stand-ins and lists of other lengths. Those are recognizable too, if the program stores them. Decisions by
 * comparison are not detected.
 *
 * @param token creates a stand-in without origin
 */
export function verifier({ pattern, prefix }: Marks, token: () => string): Verifier {
	const marks = new RegExp(pattern, "i");
	const tokens = new RegExp(`${prefix}([0-9a-f]{8})`, "gi");
	let calledAgain = false;

	/** Another token, in upper case and one character longer. */
	const other = (text: string): string =>
		text.replace(tokens, (_, digits: string) => {
			const mirrored = digits.replace(/./g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16));
			return `${prefix}${mirrored}0`.toUpperCase();
		});
	const isPlain = (value: unknown): value is Record<string, unknown> => {
		if (typeof value !== "object" || value === null) return false;
		return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
	};
	const changed = (value: unknown): unknown => {
		if (typeof value === "string") return other(value);
		// The number plus two is a stand-in too.
		if (typeof value === "number" && Number.isInteger(value) && marks.test(String(value)) && value < 10_000_000) return value ^ 1;
		if (!isPlain(value)) return value;
		if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, child]) => [other(key), changed(child)]));
		const items = value.map(changed);
		const isMadeUp = value.length > 1 && value.every((item) => typeof item === "string" && marks.test(item));
		return isMadeUp ? [...items, items.at(-1)] : items;
	};

	const documentIn = (text: string): object | undefined => {
		try {
			return /^\s*[{[]/.test(text) ? (JSON.parse(text) as object) : undefined;
		} catch {
			return undefined;
		}
	};
	/** The common parts of two results, with stand-ins for differences. */
	const agreed = (one: unknown, two: unknown): unknown => {
		if (typeof one === "string") {
			if (typeof two !== "string") return token();
			if (other(one) === two) return one;
			const [first, second] = [documentIn(one), documentIn(two)];
			if (first && second) return JSON.stringify(agreed(first, second));
			// Encoded values are compared when opened.
			return marks.test(one) && marks.test(two) ? one : token();
		}
		if (typeof one === "number" && typeof two === "number" && marks.test(String(one)) && marks.test(String(two))) return one;
		// Outputs, resources and the like are not compared.
		if (typeof one === "function" || (typeof one === "object" && one !== null && !isPlain(one))) return one;
		if (!isPlain(one)) return one === two ? one : token();
		if (!isPlain(two) || Array.isArray(one) !== Array.isArray(two)) return token();
		if (Array.isArray(one) && Array.isArray(two))
			return one.length === two.length ? one.map((item, index) => agreed(item, two[index])) : token();
		const second = two as Record<string, unknown>;
		return Object.fromEntries(Object.entries(one).map(([key, child]) => [key, agreed(child, second[other(key)])]));
	};

	const callAgain = (callback: Callback, value: unknown): { readonly result: unknown } | undefined => {
		calledAgain = true;
		try {
			const result = callback(changed(value));
			if (!(result instanceof Promise)) return { result };
			result.catch(() => {});
			return undefined;
		} catch {
			return undefined;
		} finally {
			calledAgain = false;
		}
	};

	return {
		isCalledAgain: () => calledAgain,
		verified: (result, value, callback) => {
			const second = callAgain(callback, value);
			return second ? agreed(result, second.result) : result;
		},
	};
}
