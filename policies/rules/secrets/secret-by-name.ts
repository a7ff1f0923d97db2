import type { Answer } from "./answer";
import { endsInSecret, maySayKmsKey, maySayWhichSecret, saysPassword, saysSecret, saysSeveral, wordsOf } from "./secret-names";
import { isSecretPart } from "./secret-shape";
import { isMadeByPulumi, isWeakPassword, kindOfValue, mayEndArn } from "./secret-values";

/** What is behind so many items of a list is like them. */
const MOST_ITEMS = 100;

const KMS_KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a value is that stands under the name of a secret, or under the name of several. */
export function bySecretName(name: string, value: string): Answer {
	return saysSeveral(name) && /[,;\s]/.test(value.trim()) ? byListName(name, value) : byName(name, value);
}

/** A list is what the worst of its items is. */
function byListName(name: string, value: string): Answer {
	const items = value.split(/[,;\s]+/).filter((item) => item !== "");
	const answers = items.slice(0, MOST_ITEMS).map((item) => byName(name, item));
	for (const worst of ["secret", "placeholder", "secret-or-name", "reference"]) {
		const found = answers.find((answer) => answer.is === worst);
		if (found) return found;
	}
	return { is: "no-secret" };
}

function byName(name: string, value: string): Answer {
	if (isWeakPassword(value) && (saysPassword(name) || (endsInSecret(name) && /^\d/.test(value))))
		return { is: "secret", because: "its name says that it holds a secret, and its value is a weak one" };
	switch (kindOfValue(value)) {
		case "reference":
			return { is: "reference" };
		case "harmless":
			return { is: "no-secret" };
		case "placeholder":
			return { is: "placeholder" };
		case "name":
		case "literal":
			if (readsLikeName(name, value)) return { is: "secret-or-name" };
			return { is: "secret", because: "its name says that it holds a secret, and its value is no reference to one" };
	}
}

/** `DB_SECRET` may hold the name of a secret, and `ACCESS_TOKEN` the name of a cookie. */
function readsLikeName(name: string, value: string): boolean {
	const words = wordsOf(value);
	if (isMadeByPulumi(value)) return true;
	if (KMS_KEY_ID.test(value) && maySayKmsKey(name)) return true;
	if (saysSeveral(name) && /^[A-Za-z_.-]+$/.test(value)) return true;
	if (maySayWhichSecret(name) && mayEndArn(value)) return true;
	if (words.length < 2 || !/^[A-Za-z][\w.-]*$/.test(value)) return false;
	const called = wordsOf(name);
	if (` ${called.join(" ")}`.endsWith(` ${words.join(" ")}`)) return true;
	if (called.length > 1 && ` ${words.join(" ")}`.endsWith(` ${called.join(" ")}`)) return true;
	return maySayWhichSecret(name) && (kindOfValue(value) === "name" || (saysSecret(value) && !/\d{3}/.test(value)));
}

/** What people read on a form, `{"password": "Your password"}`, or another name for the same: `{"password": "userPassword"}`. */
export function isWording(name: string, value: string): boolean {
	const noun = wordsOf(name).at(-1);
	const isText = /^[A-Z][a-z]*(?: [A-Za-z,.'?!]+)+$/.test(value) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value);
	return isText && noun !== undefined && kindOfValue(value) !== "placeholder" && wordsOf(value).includes(noun);
}

/** `BASIC_AUTH="user:password"`. */
export function isLogin(name: string | undefined, value: string): boolean {
	if (name === undefined || !/(?:^| )basic auth$/.test(wordsOf(name).join(" "))) return false;
	const password = /^[\w.@-]{1,64}:(\S{4,})$/.exec(value)?.[1];
	return password !== undefined && isSecretPart(password);
}
