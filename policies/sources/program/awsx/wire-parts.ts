import { decode, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";
import { UNKNOWN, UNKNOWN_SECRET } from "../monitor/unknown";

/**
 * The parts of an object or a list in wire form: the parts of a secret are secrets.
 *
 * @returns undefined if the value is unknown as a whole; no parts if it is absent, or neither object nor list
 */
export function partsOf(raw: unknown): Readonly<Record<string, unknown>> | undefined {
	const { state, value, secret } = decode(raw);
	if (state === "unknown") return undefined;
	if (typeof value !== "object" || value === null) return {};
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, secret ? secretOf(part) : part]));
}

/** Applies a function to a wire value: unknown and secret values stay so. */
export function mapValue(raw: unknown, change: (value: unknown) => unknown): unknown {
	const { state, value, secret } = decode(raw);
	if (state === "unknown") return secret ? UNKNOWN_SECRET : UNKNOWN;
	return secret ? secretOf(change(value)) : change(value);
}

export function isGiven(raw: unknown): boolean {
	return decode(raw).state !== "absent";
}

function secretOf(value: unknown): unknown {
	return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}
