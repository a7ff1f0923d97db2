import type { Finding } from "./finding";
import { printable } from "./message";

/** The documents that keep severe rules undetermined, as people name them: `containerDefinitions of "app"`. */
export function hiddenDocuments(findings: readonly Finding[]): readonly string[] {
	const severe = findings.filter(({ document, severity }) => document && (severity === "critical" || severity === "high"));
	return [...new Set(severe.map(({ property, name }) => `${property} of "${printable(name)}"`))];
}
