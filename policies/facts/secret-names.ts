/**
 * Words in the names of secrets: our own list, based on the names that the scanners of Checkov, Trivy and
 * Prowler match, without the substrings that cause false positives for `TOKEN_TTL` or `SECRETS_ARN` (2026-08).
 */

/** Last words of the names of secrets. */
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

/** Nouns whose plural denotes a list of secrets, unlike tokens: `MAX_TOKENS`, `DESIGN_TOKENS`. */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(["secret", "password", "passwd", "passphrase", "key"]);

/** Nouns of passwords, which may be numbers. */
export const PASSWORD_NOUNS: ReadonlySet<string> = new Set(["password", "passwd", "passphrase", "pass", "pwd", "pw", "requirepass"]);

/** Endings of words that denote secrets: `PGPASSWORD`, `clientsecret`. */
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

/** Words before `key` that denote a secret key. */
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

/** Words before `keys` that denote secret keys, such as those of Koa and cookie-session. */
export const SECRET_KEY_LISTS: ReadonlySet<string> = new Set([...SECRET_KEYS, "cookie"]);

/** Kinds of keys that may be in KMS, so the value may be a key ID. */
export const KEYS_OF_KMS: ReadonlySet<string> = new Set(["encryption", "signing", "master", "hmac"]);

/** Last words that only distinguish secrets from each other. */
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

/** First words of settings that are not secrets: `REQUIRE_PASSWORD`, `MAX_TOKEN`. */
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

/** Words in the names of user interface texts. */
export const WORDING_WORDS: ReadonlySet<string> = new Set(["error", "hint", "label", "message", "prompt", "title"]);

/** Words in the names of public values. */
export const PUBLIC_WORDS: ReadonlySet<string> = new Set(["anon", "pub", "public", "publishable"]);

/** First words of variables that bundlers include in pages (Vite, Gatsby, Create React App; others contain "public", as `NEXT_PUBLIC_`). */
export const BUNDLED_PREFIXES = ["vite", "gatsby", "react app"] as const;

/** Translations of password, token, secret and key, as login pages show them (Unicode CLDR and the pages of large vendors, 2026-11). */
export const TRANSLATED_NOUNS = [
	"passwort",
	"kennwort",
	"mot de passe",
	"contraseña",
	"clave",
	"senha",
	"palavra-passe",
	"wachtwoord",
	"adgangskode",
	"lösenord",
	"passord",
	"salasana",
	"hasło",
	"heslo",
	"jelszó",
	"parolă",
	"parola",
	"parole",
	"parool",
	"slaptažodis",
	"lozinka",
	"geslo",
	"şifre",
	"пароль",
	"парола",
	"κωδικός",
	"סיסמה",
	"كلمة المرور",
	"密码",
	"密碼",
	"パスワード",
	"비밀번호",
	"mật khẩu",
	"kata sandi",
	"kata laluan",
	"รหัสผ่าน",
	"पासवर्ड",
	"geheimnis",
	"schlüssel",
	"secreto",
	"segredo",
	"jeton",
	"clé",
	"chiave",
	"segreto",
	"sleutel",
] as const;
