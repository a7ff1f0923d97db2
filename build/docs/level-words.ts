import { defaultLevel, PRODUCTION } from "../../policies/engine/level";
import type { Rule } from "../../policies/engine/rule";

const WORDS = { mandatory: "blocks", advisory: "advises", disabled: "is not decided" } as const;

/** What a failure does in production where nobody says otherwise. */
export function inProduction(rule: Rule, release: string): string {
	return WORDS[defaultLevel(rule, PRODUCTION, release)];
}
