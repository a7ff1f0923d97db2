/** What stand-ins are recognised by in a program's process. */
export interface Marks {
	/** Finds a stand-in in a text; case-insensitive. */
	readonly pattern: string;
	/** What tokens begin with. */
	readonly prefix: string;
}

export type Callback = (value: unknown) => unknown;

/** Calls callbacks again. */
export interface Verifier {
	/** True while a callback is called again, which must act on nothing outside. */
	isCalledAgain(): boolean;
	/** A result with stand-ins in place of what is computed from the stand-ins in a value; undefined where that cannot be said. */
	verified(result: unknown, value: unknown, callback: Callback): unknown;
}

/**
 * Runs in the program's process: this function's source is sent there, so it uses nothing from outside.
 *
 * What is around the stand-ins of a result was written by the program, or computed from a stand-in: a length, a hash, a part.
 * It is taken for written where it stays the same when the callback is called once more, with other stand-ins of another
 * length and lists of another length. These are stand-ins too, so that nothing made up goes unrecognised if the program keeps
 * them. What a callback decides by comparing stays the same, and is not found.
 *
 * @param token makes a stand-in of which nobody knows where it comes from
 */
export function verifier({ pattern, prefix }: Marks, token: () => string): Verifier {
	const marks = new RegExp(pattern, "i");
	const tokens = new RegExp(`${prefix}([0-9a-f]{8})`, "gi");
	let calledAgain = false;

	/** Another token, in capitals and one character longer. */
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
		// The next number but one is of the same thousand.
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
	/** What two results have in common, with a stand-in where they differ. */
	const agreed = (one: unknown, two: unknown): unknown => {
		if (typeof one === "string") {
			if (typeof two !== "string") return token();
			if (other(one) === two) return one;
			const [first, second] = [documentIn(one), documentIn(two)];
			if (first && second) return JSON.stringify(agreed(first, second));
			// What is encoded is compared where it is opened.
			return marks.test(one) && marks.test(two) ? one : token();
		}
		if (typeof one === "number" && typeof two === "number" && marks.test(String(one)) && marks.test(String(two))) return one;
		// Outputs, resources and the like are not looked into.
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
