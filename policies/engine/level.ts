import type { Level } from "./finding";
import type { Rule } from "./rule";

/** The profile that blocks; every other one only advises. */
export const PRODUCTION = "production";

/**
 * What a failing rule does in a profile where nobody says otherwise.
 *
 * @param release the version of the pack: a rule that came within its present major release only advises until the next one
 */
export function defaultLevel(rule: Pick<Rule, "severity" | "productionLevel" | "since">, profile: string, release: string): Level {
	if (profile !== PRODUCTION || isNewcomer(rule.since, release)) return "advisory";
	return rule.productionLevel ?? (rule.severity === "low" ? "advisory" : "mandatory");
}

function isNewcomer(since: string, release: string): boolean {
	const [sinceMajor, ...sinceRest] = since.split(".");
	return sinceMajor === release.split(".")[0] && sinceRest.some((part) => part !== "0");
}
