/**
 * Words of which names of secrets are made: our own list, from the names that the scanners of Checkov, Trivy and
 * Prowler look for, without the substrings that make them fire on `TOKEN_TTL` or `SECRETS_ARN` (2026-08).
 */

/** Last words of a name that holds a secret. */
export const SECRET_NOUNS: ReadonlySet<string> = new Set([
	"secret",
	"token",
	"password",
	"passwd",
	"passphrase",
	"pass",
	"pwd",
	"pw",
	"requirepass",
	"credential",
	"credentials",
	"creds",
]);

/** Nouns whose plural is a list of secrets. Tokens are not among them: `MAX_TOKENS`, `DESIGN_TOKENS`. */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(["secret", "password", "passwd", "passphrase", "key"]);

/** Nouns of what somebody types in: a number is one, if a weak one. */
export const PASSWORD_NOUNS: ReadonlySet<string> = new Set(["password", "passwd", "passphrase", "pass", "pwd", "pw", "requirepass"]);

/** The same run together with the word before: `PGPASSWORD`, `clientsecret`. */
export const SECRET_ENDINGS = [
	"password",
	"passwd",
	"passphrase",
	"secret",
	"token",
	"credentials",
	"apikey",
	"privatekey",
	"secretkey",
	"accesskey",
	"signingkey",
	"encryptionkey",
] as const;

/** What makes a secret of a `key`. */
export const SECRET_KEYS: ReadonlySet<string> = new Set([
	"access",
	"aes",
	"api",
	"auth",
	"cipher",
	"decryption",
	"encryption",
	"hmac",
	"jwt",
	"licence",
	"license",
	"master",
	"private",
	"secret",
	"shared",
	"signing",
	"ssh",
	"webhook",
]);

/** The same for a list of keys: what Koa and cookie-session sign cookies with. */
export const SECRET_KEY_LISTS: ReadonlySet<string> = new Set([...SECRET_KEYS, "cookie"]);

/** Keys that people also leave to KMS, so that the key's ID may stand there. */
export const KEYS_OF_KMS: ReadonlySet<string> = new Set(["encryption", "signing", "master", "hmac"]);

/** Last words that only tell one secret from another. */
export const NEUTRAL_ENDINGS: ReadonlySet<string> = new Set([
	"b64",
	"base64",
	"current",
	"dev",
	"json",
	"live",
	"new",
	"old",
	"pem",
	"plain",
	"plaintext",
	"prev",
	"previous",
	"primary",
	"prod",
	"production",
	"raw",
	"secondary",
	"stage",
	"staging",
	"test",
	"value",
]);

/** First words of a switch, a limit or a page, not of a secret: `REQUIRE_PASSWORD`, `MAX_TOKEN`. */
export const SWITCH_WORDS: ReadonlySet<string> = new Set([
	"allow",
	"disable",
	"enable",
	"forgot",
	"has",
	"hide",
	"is",
	"max",
	"min",
	"num",
	"require",
	"reset",
	"rotate",
	"show",
	"skip",
	"use",
]);

/** Words of texts that people read. */
export const WORDING_WORDS: ReadonlySet<string> = new Set(["error", "hint", "label", "message", "prompt", "title"]);

/** Words that say that everybody may see it. */
export const PUBLIC_WORDS: ReadonlySet<string> = new Set(["anon", "pub", "public", "publishable"]);

/** First words of variables that bundlers put into pages (Vite, Gatsby, Create React App; `NEXT_PUBLIC_` and its like say "public"). */
export const BUNDLED_PREFIXES = ["vite", "gatsby", "react app"] as const;
