import type { Finding } from "./finding";

/** The unknown documents that keep rules of critical or high severity undetermined: `containerDefinitions of "app"`. */
export function unknownDocuments(findings: readonly Finding[]): readonly string[] {
	const severe = findings.filter(({ wholeDocument, severity }) => wholeDocument && (severity === "critical" || severity === "high"));
	return [...new Set(severe.map(({ property, name }) => `${property} of "${name}"`))];
}
