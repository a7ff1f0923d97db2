import { distance } from "fastest-levenshtein";

/** The valid name closest to a misspelled one; undefined if none is close. */
export function nearest(written: string, valid: readonly string[]): string | undefined {
	const ranked = valid.map((name) => ({ name, far: distance(written.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.far - b.far);
	const best = ranked[0];
	return best && best.far <= Math.max(2, Math.floor(best.name.length / 2)) ? best.name : undefined;
}

/** `; did you mean "x"?`, or an empty string. */
export function suggestion(written: string, valid: readonly string[]): string {
	const name = nearest(written, valid);
	return name ? `; did you mean "${name}"?` : "";
}
