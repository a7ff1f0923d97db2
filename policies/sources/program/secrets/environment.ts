import { SECRET_ENDINGS, SECRET_KEYS, SECRET_NOUNS, SWITCH_WORDS } from "../../../facts/secret-names";

/** A URL with a password in it. */
const WITH_PASSWORD = /^\s*[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/]+)@/i;

/** Shell variables whose names only look like a password's. */
const FOLDERS: ReadonlySet<string> = new Set(["PWD", "OLDPWD"]);

/** Last words of names for a secret's location. */
const PLACES: ReadonlySet<string> = new Set(["file", "path"]);

/** Abbreviation of personal access token. */
const PAT = "pat";

const SETTINGS: ReadonlySet<string> = new Set(["true", "false", "none", "null"]);

/**
 * Values of environment variables that are secrets by name, or URLs with a password, and these passwords: they may occur in error messages.
 */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
	return Object.entries(environment).flatMap(([name, value]) => {
		if (!value || SETTINGS.has(value.toLowerCase())) return [];
		const password = WITH_PASSWORD.exec(value)?.[1];
		if (password) return [value, password, decoded(password)];
		return isSecretVariable(name) ? [value] : [];
	});
}

/** True if a variable is a secret by its name. */
export function isSecretVariable(name: string): boolean {
	if (FOLDERS.has(name)) return false;
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
	if (SWITCH_WORDS.has(words[0] ?? "") || PLACES.has(words.at(-1) ?? "")) return false;
	return words.some((word, index) => [word, word.replace(/s$/, "")].some((each) => isSecret(each, words[index - 1] ?? "")));
}

function isSecret(word: string, before: string): boolean {
	if (word === "key") return SECRET_KEYS.has(before);
	return word === PAT || SECRET_NOUNS.has(word) || SECRET_ENDINGS.some((ending) => word.endsWith(ending));
}

function decoded(password: string): string {
	try {
		return decodeURIComponent(password);
	} catch {
		return password;
	}
}
