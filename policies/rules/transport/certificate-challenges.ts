/** Certificate authorities ask for their challenges over HTTP (RFC 8555, section 8.3), so these paths alone may be served that way. */
const CHALLENGES = /^\/?\.well-known\/acme-challenge\//;

/** Is this a path, or a pattern of paths, that holds certificate challenges only? */
export function isChallengePath(path: string): boolean {
	return CHALLENGES.test(path);
}
