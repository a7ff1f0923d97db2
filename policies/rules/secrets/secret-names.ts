import {
	BUNDLED_PREFIXES,
	KEYS_OF_KMS,
	NEUTRAL_ENDINGS,
	PASSWORD_NOUNS,
	PLURAL_NOUNS,
	PUBLIC_WORDS,
	SECRET_ENDINGS,
	SECRET_KEY_LISTS,
	SECRET_KEYS,
	SECRET_NOUNS,
	SWITCH_WORDS,
	WORDING_WORDS,
} from "../../facts/secret-names";
import { memoize } from "./memoize";

/** Longer than any real name. */
const LONGEST_NAME = 512;

/** The words of a name in any notation: `DB_PASSWORD`, `dbPassword`, `/shop/db-password` and `shop.db.password` all end in the same two words. */
export const wordsOf = memoize((name): readonly string[] =>
	name
		.slice(-LONGEST_NAME)
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
		.split(/[^A-Za-z0-9]+/)
		.filter((word) => word !== "")
		.map((word) => word.toLowerCase()),
);

/** True for the name of a secret: the last word counts, so `TOKEN_TTL` and `SECRET_ARN` are not. */
export function isSecretName(name: string): boolean {
	return secretNounOf(name) !== undefined;
}

/** True for `…_SECRET` or `…_CREDENTIALS`, which may also contain the name of a secret. */
export function mayHoldSecretName(name: string): boolean {
	return ["secret", "secrets", "credential", "credentials", "creds"].includes(secretNounOf(name) ?? "");
}

/** True for the name of a list of secrets: `API_KEYS`. */
export function isSecretListName(name: string): boolean {
	return PLURAL_NOUNS.has((secretNounOf(name) ?? "").replace(/s$/, "")) && secretNounOf(name)?.endsWith("s") === true;
}

/** True for the name of a password in any form. */
export function isPasswordName(name: string): boolean {
	return PASSWORD_NOUNS.has((secretNounOf(name) ?? "").replace(/words$/, "word"));
}

/** True for `…_SECRET`. */
export function endsInSecret(name: string): boolean {
	return /^secrets?$/.test(secretNounOf(name) ?? "");
}

/** True if the value may be the ID of a KMS key: `ENCRYPTION_KEY`. */
export function mayHoldKmsKeyId(name: string): boolean {
	return secretNounOf(name) === "key" && wordsOf(name).some((word) => KEYS_OF_KMS.has(word));
}

/** True for the name of a public value. */
export function isPublicName(name: string): boolean {
	const words = wordsOf(name);
	return words.some((word) => PUBLIC_WORDS.has(word)) || BUNDLED_PREFIXES.some((prefix) => `${words.join(" ")} `.startsWith(`${prefix} `));
}

const secretNounOf = memoize((name): string | undefined => {
	const words = withoutNeutralEndings(wordsOf(name));
	const noun = nounOf(words);
	if (noun === undefined || isPublicName(name) || SWITCH_WORDS.has(words[0] ?? "")) return undefined;
	if (words.some((word) => WORDING_WORDS.has(word) || word === "kms")) return undefined;
	if (noun === "token" && words.some((word) => word === "csrf" || word === "xsrf")) return undefined;
	return noun === "key" && words.includes("firebase") ? undefined : noun;
});

function nounOf(words: readonly string[]): string | undefined {
	const last = words.at(-1) ?? "";
	if (SECRET_NOUNS.has(last)) return last;
	const ending = SECRET_ENDINGS.find((each) => last.endsWith(each));
	if (ending) return ending.endsWith("key") ? "key" : ending;
	if (last.endsWith("s")) return nounOfSeveral(words);
	const [beforeKey, key] = last === "base" ? words.slice(-3, -1) : words.slice(-2);
	return key === "key" && SECRET_KEYS.has(beforeKey ?? "") ? "key" : undefined;
}

/** `SECRETS` alone is usually a heading. */
function nounOfSeveral(words: readonly string[]): string | undefined {
	const last = (words.at(-1) ?? "").slice(0, -1);
	if (words.length === 1 && last === "secret") return undefined;
	if (last === "key") return SECRET_KEY_LISTS.has(words.at(-2) ?? "") ? "keys" : undefined;
	const noun = last === "" ? undefined : nounOf([last]);
	return noun !== undefined && PLURAL_NOUNS.has(noun) ? `${noun}s` : undefined;
}

function withoutNeutralEndings(words: readonly string[]): readonly string[] {
	const end = words.findLastIndex((word) => !(NEUTRAL_ENDINGS.has(word) || /^v?\d+$/.test(word) || isRandomEnding(word)));
	const kept = words.slice(0, end + 1);
	return kept.map((word, index) => (index === end ? word.replace(/\d+$/, "") : word));
}

/** The random suffix of names that Pulumi generates: seven hexadecimal digits. */
function isRandomEnding(word: string): boolean {
	return /^[0-9a-f]{7}$/.test(word) && /\d/.test(word);
}
