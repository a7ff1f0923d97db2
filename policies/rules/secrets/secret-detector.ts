import type { Reading } from "../../engine/reading";
import type { Classification } from "./classification";
import type { Pair } from "./pair";
import { pairsIn } from "./pairs";
import { classifyUnknown, holdsOnlyLocations, visibleText } from "./partly-known";
import { classifyByName, isLogin, isPlainWords, isTranslation, isWording } from "./secret-by-name";
import { isSecretName } from "./secret-names";
import { shapeOf } from "./secret-shape";
import { valueKind } from "./secret-values";
import { isSecretFile, secretNameOfFile } from "./text/command-pairs";
import { type ContainedText, textsIn } from "./text/unwrap";

/** True for pairs that another rule covers. */
export type Excluded = (pair: Pair) => boolean;
const NONE_EXCLUDED: Excluded = () => false;

/**
 * Classifies a variable by its name and value.
 *
 * @param name undefined if it has none, or if it is unknown
 */
export function classifyVariable(name: string | undefined, value: Reading, excluded: Excluded = NONE_EXCLUDED): Classification {
	const named = name !== undefined && isSecretName(name);
	if (name !== undefined && named && (value.isUnknown || value.isMarkedSecret)) return classifyNamed(name, value);
	const text = visibleText(value);
	if (value.hasUnknown && text === undefined) return { is: "unknown", expected: named || value.secret };
	if (text === undefined) return { is: "no-secret" };
	const answer = classifyText(name, text, named, excluded);
	const isDecided = !value.isUnknown || answer.is === "secret" || holdsOnlyLocations(value);
	return isDecided ? answer : { is: "unknown", expected: value.secret };
}

/** Classifies a single value whose name denotes a secret. */
export function classifyNamed(name: string, value: Reading): Classification {
	if (value.isKnown && value.hasUnknown) return { is: "unknown", expected: true };
	const text = visibleText(value);
	if (value.isKnown && !(value.isMarkedSecret && valueKind(text ?? "") !== "reference"))
		return classifyPair({ name, value: text ?? "" }, false);
	const shape = text === undefined ? undefined : shapeOf(text, name);
	return shape ? { is: "secret", because: `its value contains ${shape}` } : classifyUnknown(value);
}

function classifyText(name: string | undefined, value: string, named: boolean, excluded: Excluded): Classification {
	const [content, ...inner] = textsIn(value) ?? [];
	if (content === undefined) return { is: "unreadable" };
	const { text } = content;
	const { pairs, rest } = pairsIn(text);
	const own = pairs.filter((pair) => !excluded(pair));
	const shape = shapeOf(own.length < pairs.length ? rest : text, name);
	if (shape) return { is: "secret", because: `its value contains ${shape}` };
	if (secretPairs(own).length > 0 || inner.some((each) => secretsOf(each, excluded).length > 0))
		return { is: "secret", because: "a part of its value is a secret" };
	const document = rest === "" && pairs.length > 0;
	if (document) return { is: "no-secret" };
	if (named && name !== undefined) return classifyByName(name, value);
	return isLogin(name, text) ? { is: "secret", because: "it is a user name with a password" } : { is: "no-secret" };
}

/** Classifies a value in place of a reference to a secret. */
export function classifyReference(name: string | undefined, value: Reading): "reference" | "unknown" | "secret" | "placeholder" {
	if (value.isUnknown) return holdsOnlyLocations(value) ? "reference" : "unknown";
	const text = (value.text ?? "").trim();
	if (shapeOf(text, name)) return "secret";
	// Names may start with these words: `example-shop/db`, `put-events-token`.
	const isName = /^(?:example|sample|your|insert|enter|fill|put)\b/i.test(text) && /^[\w/+=.@:-]+$/.test(text) && !/^your/i.test(text);
	return valueKind(text) === "placeholder" && !isName ? "placeholder" : "reference";
}

/** A secret in a text. */
export interface TextSecret {
	/** The name of the secret; undefined if it has none. */
	readonly name?: string;
	readonly because: string;
}

/** Finds the secrets in a command or a script. */
export function findSecrets(value: Reading, excluded: Excluded = NONE_EXCLUDED): readonly TextSecret[] | "unknown" | "unreadable" {
	const text = visibleText(value);
	if (value.hasUnknown && text === undefined) return "unknown";
	const texts = textsIn(text ?? "");
	if (texts === undefined) return "unreadable";
	const all = texts.flatMap((each) => secretsOf(each, excluded));
	const found = all.filter((each, index) => all.findIndex(({ name, because }) => name === each.name && because === each.because) === index);
	return found.length === 0 && value.isUnknown && !holdsOnlyLocations(value) ? "unknown" : found;
}

function secretsOf({ text, file }: ContainedText, excluded: Excluded): readonly TextSecret[] {
	const { pairs, rest } = pairsIn(text);
	const own = pairs.filter((pair) => !excluded(pair));
	const content = text.trim();
	if (file !== undefined && isSecretFile(file) && /^\S+$/.test(content)) {
		const name = secretNameOfFile(file);
		own.push({ name, value: content, path: name });
	}
	const shape = shapeOf(rest);
	return [...secretPairs(own), ...(shape ? [{ because: `it contains ${shape}` }] : [])];
}

function secretPairs(pairs: readonly Pair[]): readonly TextSecret[] {
	const hasTranslations = pairs.some(({ value }) => isTranslation(value));
	return pairs.flatMap((pair): TextSecret[] => {
		if (hasTranslations && isPlainWords(pair.value)) return [];
		const answer = classifyPair(pair);
		if (answer.is !== "secret") return [];
		return [pair.label === undefined ? { name: pair.name, because: answer.because } : { because: `it contains ${pair.label}` }];
	});
}

/**
 * Classifies one pair of a larger text, without parsing its value.
 *
 * @param inText false for a variable, which is not user interface text
 */
export function classifyPair({ name, value }: Pick<Pair, "name" | "value">, inText = true): Classification {
	const shape = shapeOf(value, name);
	if (shape) return { is: "secret", because: `its value contains ${shape}` };
	const isLabel = name.toLowerCase() === value.toLowerCase() || (inText && (isWording(name, value) || isKeyOfDocument(name, value)));
	if (isLabel) return { is: "no-secret" };
	if (isSecretName(name)) return classifyByName(name, value);
	return isLogin(name, value) ? { is: "secret", because: "it is a user name with a password" } : { is: "no-secret" };
}

/** The name of an entry in a secret with several: `secretKey: DB_PASSWORD` of the External Secrets Operator. */
function isKeyOfDocument(name: string, value: string): boolean {
	return name === "secretKey" && /^[A-Za-z][A-Za-z_.-]*$/.test(value) && isSecretName(value);
}
