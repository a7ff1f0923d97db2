import { distance } from "fastest-levenshtein";
import { PRODUCTION } from "../policies/engine/level";
import { suggestion } from "./nearest";

/** Common names of environments without customers. They need no declaration, and rules are advisory in them. */
export const NON_BLOCKING_PROFILES: readonly string[] = ["development", "dev", "test", "staging", "sandbox", "preview"];

/** True for a likely misspelling of `production`, the only profile in which rules block. */
export function looksLikeProduction(name: string): boolean {
	return name !== PRODUCTION && (/^(prod|prd)$/i.test(name) || distance(name.toLowerCase(), PRODUCTION) <= 2);
}

/**
 * Why a name is not a known profile, as a clause; undefined for production, the well-known names, and declared profiles.
 */
export function profileError(name: string, declared: readonly string[]): string | undefined {
	if (name === PRODUCTION) return undefined;
	if (looksLikeProduction(name)) return `"${name}" is not a known profile; did you mean "${PRODUCTION}"?`;
	if (NON_BLOCKING_PROFILES.includes(name) || declared.includes(name)) return undefined;
	const all = [PRODUCTION, ...NON_BLOCKING_PROFILES, ...declared];
	return `"${name}" is not a known profile; declare it under profiles${suggestion(name, all)}`;
}
