import type { Level } from "./finding";
import type { Rule } from "./rule";
import type { Severity } from "./severity";

/** The profile in which rules block; in all others they are advisory. */
export const PRODUCTION = "production";

/**
 * The level of a rule without settings.
 *
 * @param release the version of the pack: a rule that is new in this major release is advisory until the next one
 * @param severity the severity of the failure, if it differs from the rule's
 */
export function defaultLevel(
	rule: Pick<Rule, "severity" | "productionLevel" | "since">,
	profile: string,
	release: string,
	severity: Severity = rule.severity,
): Level {
	if (profile !== PRODUCTION || isNewInThisMajor(rule.since, release)) return "advisory";
	return rule.productionLevel ?? (severity === "low" ? "advisory" : "mandatory");
}

function isNewInThisMajor(since: string, release: string): boolean {
	const [sinceMajor, ...sinceRest] = since.split(".");
	return sinceMajor === release.split(".")[0] && sinceRest.some((part) => part !== "0");
}
