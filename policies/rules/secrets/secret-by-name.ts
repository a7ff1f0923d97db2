import { TRANSLATED_NOUNS } from "../../facts/secret-names";
import type { Classification } from "./classification";
import { endsInSecret, isPasswordName, isSecretListName, isSecretName, mayHoldKmsKeyId, mayHoldSecretName, wordsOf } from "./secret-names";
import { isSecretPart } from "./secret-shape";
import { isMadeByPulumi, isWeakPassword, mayEndArn, valueKind } from "./secret-values";

/** The number of list items that are classified. */
const MAX_ITEMS = 100;

const KMS_KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Classifies a value whose name denotes a secret, or a list of secrets. */
export function classifyByName(name: string, value: string): Classification {
	return isSecretListName(name) && /[,;\s]/.test(value.trim()) ? byListName(name, value) : byName(name, value);
}

/** A list has the most severe classification of its items. */
function byListName(name: string, value: string): Classification {
	const items = value.split(/[,;\s]+/).filter((item) => item !== "");
	const answers = items.slice(0, MAX_ITEMS).map((item) => byName(name, item));
	for (const worst of ["secret", "placeholder", "secret-or-name", "reference"]) {
		const found = answers.find((answer) => answer.is === worst);
		if (found) return found;
	}
	return { is: "no-secret" };
}

function byName(name: string, value: string): Classification {
	if (isWeakPassword(value) && (isPasswordName(name) || (endsInSecret(name) && /^\d/.test(value))))
		return { is: "secret", because: "its name denotes a secret, and its value is a weak one" };
	switch (valueKind(value)) {
		case "reference":
			return { is: "reference" };
		case "harmless":
			return { is: "no-secret" };
		case "placeholder":
			return { is: "placeholder" };
		case "name":
		case "literal":
			if (readsLikeName(name, value)) return { is: "secret-or-name" };
			return { is: "secret", because: "its name denotes a secret, and its value is not a reference" };
	}
}

/** True if the value may be a name: `DB_SECRET` may be the name of a secret, `ACCESS_TOKEN` the name of a cookie. */
function readsLikeName(name: string, value: string): boolean {
	const words = wordsOf(value);
	if (isMadeByPulumi(value)) return true;
	if (KMS_KEY_ID.test(value) && mayHoldKmsKeyId(name)) return true;
	if (isSecretListName(name) && /^[A-Za-z_.-]+$/.test(value)) return true;
	if (mayHoldSecretName(name) && mayEndArn(value)) return true;
	if (words.length < 2 || !/^[A-Za-z][\w.-]*$/.test(value)) return false;
	const called = wordsOf(name);
	if (` ${called.join(" ")}`.endsWith(` ${words.join(" ")}`)) return true;
	if (called.length > 1 && ` ${words.join(" ")}`.endsWith(` ${called.join(" ")}`)) return true;
	return mayHoldSecretName(name) && (valueKind(value) === "name" || (isSecretName(value) && !/\d{3}/.test(value)));
}

/** A user interface text, `{"password": "Your password"}`, or an alias: `{"password": "userPassword"}`. */
export function isWording(name: string, value: string): boolean {
	const noun = wordsOf(name).at(-1);
	if (isTranslation(value)) return true;
	const isText = /^[A-Z][a-z]*(?: [A-Za-z,.'?!]+)+$/.test(value) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value);
	return isText && noun !== undefined && valueKind(value) !== "placeholder" && wordsOf(value).includes(noun);
}

/** A text of a login page in another language: `Passwort vergessen?`. */
export function isTranslation(value: string): boolean {
	const lower = value.toLowerCase();
	return isPlainWords(value) && TRANSLATED_NOUNS.some((noun) => lower.includes(noun));
}

/** Words without digits and symbols, that begin with a capital letter or are in a script without them. */
export function isPlainWords(value: string): boolean {
	return /^[\p{Lu}\p{Lo}][\p{L}\p{M}\s\-,.'?!:…()]*$/u.test(value);
}

/** `BASIC_AUTH="user:password"`. */
export function isLogin(name: string | undefined, value: string): boolean {
	if (name === undefined || !/(?:^| )basic auth$/.test(wordsOf(name).join(" "))) return false;
	const password = /^[\w.@-]{1,64}:(\S{4,})$/.exec(value)?.[1];
	return password !== undefined && isSecretPart(password);
}
