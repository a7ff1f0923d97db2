import type { Finding } from "./finding";
import { SEVERITIES, type Severity } from "./rule";

/**
 * True where an undetermined finding is to count as a failure.
 *
 * @param least the least severity that counts
 */
export function countsAsFailure(
	finding: Pick<Finding, "verdict" | "severity" | "exception" | "exceptionExpired">,
	least: Severity,
): boolean {
	const isAccepted = finding.exception !== undefined && finding.exception !== null && !finding.exceptionExpired;
	return finding.verdict === "unknown" && !isAccepted && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(least);
}
