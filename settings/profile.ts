import { distance } from "fastest-levenshtein";
import { PRODUCTION } from "../policies/engine/level";
import { suggestion } from "./nearest";

/** Names that people give to environments which none of their customers signs in to: they block nothing, without being declared. */
export const NOT_BLOCKING: readonly string[] = ["development", "dev", "test", "staging", "sandbox", "preview"];

/** True where somebody most likely meant `production`, the one profile that blocks. */
export function isSlipOfProduction(name: string): boolean {
	return name !== PRODUCTION && (/^(prod|prd)$/i.test(name) || distance(name.toLowerCase(), PRODUCTION) <= 2);
}

/**
 * Why a name is no profile, in a clause; undefined where it is one: production, one that is known to block nothing, or one
 * that is declared.
 */
export function noSuchProfile(name: string, declared: readonly string[]): string | undefined {
	if (name === PRODUCTION) return undefined;
	if (isSlipOfProduction(name)) return `there is no such profile; did you mean "${PRODUCTION}"?`;
	if (NOT_BLOCKING.includes(name) || declared.includes(name)) return undefined;
	const all = [PRODUCTION, ...NOT_BLOCKING, ...declared];
	return `there is no profile "${name}"; one that blocks nothing is declared under profiles${suggestion(name, all)}`;
}
