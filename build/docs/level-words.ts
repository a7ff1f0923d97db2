import { defaultLevel, PRODUCTION } from "../../policies/engine/level";
import type { Rule } from "../../policies/engine/rule";

const WORDS = { mandatory: "mandatory", advisory: "advisory", disabled: "disabled" } as const;

/** The default level in production. */
export function inProduction(rule: Rule, release: string): string {
	return WORDS[defaultLevel(rule, PRODUCTION, release)];
}
