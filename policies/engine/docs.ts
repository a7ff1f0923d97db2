/** The URL of a rule's page, in the version of the package that was published with the rule. */
export function docsUrl(ruleId: string, release: string): string {
	return pageUrl(`rules/${ruleId}.md`, release);
}

/** The URL of a page in `docs/`, in this version of the package. */
export function pageUrl(path: string, release: string): string {
	return `https://unpkg.com/scalekit-readiness@${release}/docs/${path}`;
}
