import type { Reading } from "../engine/reading";

/** A field of the JSON that the provider reads container definitions from, which takes any case of letters. */
export function field(owner: Reading, key: string): Reading {
	const exact = owner.read(key);
	if (!exact.isAbsent) return exact;
	return owner.entries.find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1] ?? exact;
}
