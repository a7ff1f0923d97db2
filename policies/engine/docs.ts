/** The page of a rule, as it was published with this version of the package. */
export function docsUrl(ruleId: string, release: string): string {
	return `https://unpkg.com/scalekit-readiness@${release}/docs/rules/${ruleId}.md`;
}
