import type { Finding } from "./finding";
import { SEVERITIES, type Severity } from "./severity";

/**
 * True if an undetermined finding counts as a failure.
 *
 * @param threshold the lowest severity that counts
 */
export function countsAsFailure(
	finding: Pick<Finding, "verdict" | "severity" | "exception" | "exceptionExpired">,
	threshold: Severity,
): boolean {
	const isSuppressed = finding.exception !== undefined && finding.exception !== null && !finding.exceptionExpired;
	return finding.verdict === "undetermined" && !isSuppressed && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(threshold);
}
