/** The page of a rule, as it was published with this version of the package. */
export function docsUrl(ruleId: string, release: string): string {
	return pageUrl(`rules/${ruleId}.md`, release);
}

/** Any page in `docs/`, as it was published with this version of the package. */
export function pageUrl(path: string, release: string): string {
	return `https://unpkg.com/scalekit-readiness@${release}/docs/${path}`;
}
