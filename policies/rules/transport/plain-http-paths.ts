/**
 * Certificate authorities request challenges over HTTP: RFC 8555, section 8.3 (ACME), and the CA/Browser Forum's
 * Baseline Requirements, section 3.2.2.4.18 (`pki-validation`).
 */
const CHALLENGES = /^\/?\.well-known\/(?:acme-challenge|pki-validation)(?:[/*]|$)/;

/** Common health check paths, also with a wildcard. */
const HEALTH = /^\/(?:health|healthz|healthcheck|health-check|livez|readyz|ping|status)(?:\/?\*)?$/;

/** True for a path or path pattern of certificate challenges. */
export function isChallengePath(path: string): boolean {
	return CHALLENGES.test(path);
}

/** True for a path or path pattern that may use HTTP: certificate challenges and health checks. */
export function isPlainHttpPath(path: string): boolean {
	return isChallengePath(path) || HEALTH.test(path);
}

/** Like {@link isPlainHttpPath} for a regular expression; false if it may match other paths as well. */
export function isPlainHttpExpression(expression: string): boolean {
	const choice = /\((?:\?:)?([\w|-]+)\)/.exec(expression);
	const alternatives = choice ? (choice[1] ?? "").split("|").map((each) => expression.replace(choice[0], each)) : [expression];
	return alternatives.every((each) => {
		if (each.includes("|")) return false;
		const path = each.replace(/^\^/, "").replace(/\\([./-])/g, "$1");
		return isChallengePath(path) || (each.startsWith("^") && path.endsWith("$") && HEALTH.test(path.slice(0, -1)));
	});
}
