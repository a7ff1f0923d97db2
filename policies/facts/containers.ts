import type { Reading } from "../engine/reading";

/** A field of the JSON that the provider reads container definitions from, which takes any case of letters. */
export function field(owner: Reading, key: string): Reading {
	const exact = owner.read(key);
	if (!exact.isAbsent) return exact;
	const wanted = key.toLowerCase();
	const written = owner.names.find((name) => name.length === wanted.length && name.toLowerCase() === wanted);
	return written === undefined ? exact : owner.read(written);
}
