/**
 * Certificate authorities ask for their challenges over HTTP: RFC 8555, section 8.3 (ACME), and the CA/Browser Forum's
 * Baseline Requirements, section 3.2.2.4.18 (`pki-validation`).
 */
const CHALLENGES = /^\/?\.well-known\/(?:acme-challenge|pki-validation)(?:[/*]|$)/;

/** Paths that health checks are known to ask for, alone or with whatever follows; they hold nothing of a login. */
const HEALTH = /^\/(?:health|healthz|healthcheck|health-check|livez|readyz|ping|status)(?:\/?\*)?$/;

/** Is this a path, or a pattern of paths, that holds certificate challenges only? */
export function isChallengePath(path: string): boolean {
	return CHALLENGES.test(path);
}

/** Is this a path, or a pattern of paths, that may be served over HTTP: certificate challenges and health checks? */
export function isPlainHttpPath(path: string): boolean {
	return isChallengePath(path) || HEALTH.test(path);
}

/** The same of a regular expression; one that matches something else beside, or may, is not. */
export function isPlainHttpExpression(expression: string): boolean {
	const choice = /\((?:\?:)?([\w|-]+)\)/.exec(expression);
	const alternatives = choice ? (choice[1] ?? "").split("|").map((each) => expression.replace(choice[0], each)) : [expression];
	return alternatives.every((each) => {
		if (each.includes("|")) return false;
		const path = each.replace(/^\^/, "").replace(/\\([./-])/g, "$1");
		return isChallengePath(path) || (each.startsWith("^") && path.endsWith("$") && HEALTH.test(path.slice(0, -1)));
	});
}
