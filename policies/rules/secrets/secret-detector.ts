import type { Reading } from "../../engine/reading";
import { ADDRESS_WITH_PASSWORD, AUTHORIZATION_HEADER, SECRET_SHAPES, SHORTEST_SHAPE } from "../../facts/secret-shapes";
import { contentOf } from "./content";
import { type Pair, partsOf } from "./pairs";
import { endsInSecret, maySayKmsKey, maySayWhichSecret, saysPassword, saysPublic, saysSecret, saysSeveral, wordsOf } from "./secret-names";
import { isMadeByPulumi, isWeakPassword, kindOfValue, mayEndArn } from "./secret-values";

/** What is said of a value. It never holds the value, nor a part of it. */
export type Answer =
	/** A secret in plain text; `because` is a clause. */
	| { readonly is: "secret"; readonly because: string }
	/** Says where the secret is. */
	| { readonly is: "reference" }
	/** Stands in for a secret that is still to come. */
	| { readonly is: "placeholder" }
	/** May be a secret, or only the name of one. */
	| { readonly is: "secret-or-name" }
	| { readonly is: "no-secret" }
	/** Cannot be seen; `expected` where its name, or Pulumi's mark, says that it is a secret. */
	| { readonly is: "unknown"; readonly expected: boolean }
	/** Packed in a way that hides what it is. */
	| { readonly is: "unreadable" };

/** Parts of a larger text that another rule answers for. */
export type LeftOut = (pair: Pair) => boolean;
const NOTHING: LeftOut = () => false;

/** What is behind so many items of a list is like them. */
const MOST_ITEMS = 100;

const KMS_KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What a variable holds, by its name and by its value.
 *
 * @param name undefined where it has none, or it cannot be seen
 */
export function inspectVariable(name: string | undefined, value: Reading, leftOut: LeftOut = NOTHING): Answer {
	const named = name !== undefined && saysSecret(name);
	if (value.hasUnknown) return { is: "unknown", expected: named || value.secret };
	if (value.text === undefined) return { is: "no-secret" };
	const content = contentOf(value.text);
	if (content === undefined) return { is: "unreadable" };
	const { pairs, rest } = partsOf(content);
	const own = pairs.filter((pair) => !leftOut(pair));
	const shape = shapeOf(own.length < pairs.length ? rest : content, name);
	if (shape) return { is: "secret", because: `its value holds ${shape}` };
	if (own.some((pair) => inspectPair(pair).is === "secret")) return { is: "secret", because: "one part of its value is a secret" };
	const document = rest === "" && pairs.length > 0;
	if (document) return { is: "no-secret" };
	if (named) return bySecretName(name, value.text);
	return isLogin(name, content) ? { is: "secret", because: "it is a user's name and password" } : { is: "no-secret" };
}

/** What stands where AWS expects a reference to a secret: `unknown`, or why it is none. */
export function inspectPointer(name: string | undefined, value: Reading): "reference" | "unknown" | "secret" | "placeholder" {
	if (value.isUnknown) return "unknown";
	const text = (value.text ?? "").trim();
	if (shapeOf(text, name)) return "secret";
	// A name may well start with these words: `example-shop/db`, `put-events-token`.
	const isName = /^(?:example|sample|your|insert|enter|fill|put)\b/i.test(text) && /^[\w/+=.@:-]+$/.test(text) && !/^your/i.test(text);
	return kindOfValue(text) === "placeholder" && !isName ? "placeholder" : "reference";
}

/** One secret in a text. */
export interface TextSecret {
	/** The name that it is given under; undefined where it stands by itself. */
	readonly name?: string;
	readonly because: string;
}

/** The secrets in a command or a script, or why it cannot be looked into. */
export function inspectText(value: Reading, leftOut: LeftOut = NOTHING): readonly TextSecret[] | "unknown" | "unreadable" {
	if (value.hasUnknown) return "unknown";
	const content = contentOf(value.text ?? "");
	if (content === undefined) return "unreadable";
	const { pairs, rest } = partsOf(content);
	const shape = shapeOf(rest);
	const named = pairs.flatMap((pair): TextSecret[] => {
		const answer = leftOut(pair) ? undefined : inspectPair(pair);
		return answer?.is === "secret" ? [{ name: pair.name, because: answer.because }] : [];
	});
	return shape ? [...named, { because: `it holds ${shape}` }] : named;
}

/**
 * What one part of a larger text is; what is made of parts itself is not looked into again.
 *
 * @param inText false where it is a variable by itself, which holds no wording
 */
export function inspectPair({ name, value }: Pick<Pair, "name" | "value">, inText = true): Answer {
	const shape = shapeOf(value, name);
	if (shape) return { is: "secret", because: `its value holds ${shape}` };
	const isLabel = name.toLowerCase() === value.toLowerCase() || (inText && isWording(name, value));
	if (isLabel) return { is: "no-secret" };
	if (saysSecret(name)) return bySecretName(name, value);
	return isLogin(name, value) ? { is: "secret", because: "it is a user's name and password" } : { is: "no-secret" };
}

/** What a text looks like whatever it is called: the secret's kind, in words for a message. */
export function shapeOf(text: string, name = ""): string | undefined {
	if (/^arn:aws[\w-]*:[^\s@]*$/.test(text)) return undefined;
	const known =
		text.length < SHORTEST_SHAPE
			? undefined
			: SECRET_SHAPES.find(({ pattern, maybePublic }) => pattern.test(text) && !(maybePublic && saysPublic(name)));
	if (known) return known.what;
	const header = AUTHORIZATION_HEADER.exec(text)?.[1];
	if (header && isSecretPart(header)) return "a request header with a credential";
	if (!text.includes("://")) return undefined;
	const passwords = [...text.matchAll(ADDRESS_WITH_PASSWORD)].map((match) => match[1] ?? "");
	return passwords.some(isSecretPart) ? "an address with a password in it" : undefined;
}

/** What people read on a form, `{"password": "Your password"}`, or another name for the same: `{"password": "userPassword"}`. */
function isWording(name: string, value: string): boolean {
	const noun = wordsOf(name).at(-1);
	const isText = /^[A-Z][a-z]*(?: [A-Za-z,.'?!]+)+$/.test(value) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value);
	return isText && noun !== undefined && kindOfValue(value) !== "placeholder" && wordsOf(value).includes(noun);
}

/** `BASIC_AUTH="user:password"`. */
function isLogin(name: string | undefined, value: string): boolean {
	if (name === undefined || !/(?:^| )basic auth$/.test(wordsOf(name).join(" "))) return false;
	const password = /^[\w.@-]{1,64}:(\S{4,})$/.exec(value)?.[1];
	return password !== undefined && isSecretPart(password);
}

function bySecretName(name: string, value: string): Answer {
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

/** In an address or a header a number may well be a password. */
function isSecretPart(part: string): boolean {
	const kind = kindOfValue(part);
	const variable = /^(?:\$|%|\{|<|\*|:)/.test(part);
	return !variable && (kind === "literal" || kind === "name" || /^\d+$/.test(part));
}
