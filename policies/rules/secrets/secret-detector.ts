import type { Reading } from "../../engine/reading";
import type { Answer } from "./answer";
import { contentOf } from "./content";
import { type Pair, partsOf } from "./pairs";
import { bySecretName, isLogin, isWording } from "./secret-by-name";
import { saysSecret } from "./secret-names";
import { shapeOf } from "./secret-shape";
import { kindOfValue } from "./secret-values";
import { holdsOnlyLocations, inspectUnseen, readable } from "./unseen";

/** Parts of a larger text that another rule answers for. */
export type LeftOut = (pair: Pair) => boolean;
const NOTHING: LeftOut = () => false;

/**
 * What a variable holds, by its name and by its value.
 *
 * @param name undefined where it has none, or it cannot be seen
 */
export function inspectVariable(name: string | undefined, value: Reading, leftOut: LeftOut = NOTHING): Answer {
	const named = name !== undefined && saysSecret(name);
	if (name !== undefined && named && (value.isUnknown || value.isMarkedSecret)) return inspectNamed(name, value);
	const text = readable(value);
	if (value.hasUnknown && text === undefined) return { is: "unknown", expected: named || value.secret };
	if (text === undefined) return { is: "no-secret" };
	const answer = inspectShown(name, text, named, leftOut);
	const isDecided = !value.isUnknown || answer.is === "secret" || holdsOnlyLocations(value);
	return isDecided ? answer : { is: "unknown", expected: value.secret };
}

/** What a value is that stands, as the only one, under the name of a secret. */
export function inspectNamed(name: string, value: Reading): Answer {
	if (value.isKnown && value.hasUnknown) return { is: "unknown", expected: true };
	const text = readable(value);
	if (value.isKnown && !(value.isMarkedSecret && kindOfValue(text ?? "") !== "reference"))
		return inspectPair({ name, value: text ?? "" }, false);
	const shape = text === undefined ? undefined : shapeOf(text, name);
	return shape ? { is: "secret", because: `its value holds ${shape}` } : inspectUnseen(value);
}

function inspectShown(name: string | undefined, text: string, named: boolean, leftOut: LeftOut): Answer {
	const content = contentOf(text);
	if (content === undefined) return { is: "unreadable" };
	const { pairs, rest } = partsOf(content);
	const own = pairs.filter((pair) => !leftOut(pair));
	const shape = shapeOf(own.length < pairs.length ? rest : content, name);
	if (shape) return { is: "secret", because: `its value holds ${shape}` };
	if (own.some((pair) => inspectPair(pair).is === "secret")) return { is: "secret", because: "one part of its value is a secret" };
	const document = rest === "" && pairs.length > 0;
	if (document) return { is: "no-secret" };
	if (named && name !== undefined) return bySecretName(name, text);
	return isLogin(name, content) ? { is: "secret", because: "it is a user's name and password" } : { is: "no-secret" };
}

/** What stands where AWS expects a reference to a secret: `unknown`, or why it is none. */
export function inspectPointer(name: string | undefined, value: Reading): "reference" | "unknown" | "secret" | "placeholder" {
	if (value.isUnknown) return holdsOnlyLocations(value) ? "reference" : "unknown";
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
	const text = readable(value);
	if (value.hasUnknown && text === undefined) return "unknown";
	const content = contentOf(text ?? "");
	if (content === undefined) return "unreadable";
	const { pairs, rest } = partsOf(content);
	const shape = shapeOf(rest);
	const named = pairs.flatMap((pair): TextSecret[] => {
		const answer = leftOut(pair) ? undefined : inspectPair(pair);
		return answer?.is === "secret" ? [{ name: pair.name, because: answer.because }] : [];
	});
	const found = shape ? [...named, { because: `it holds ${shape}` }] : named;
	return found.length === 0 && value.isUnknown && !holdsOnlyLocations(value) ? "unknown" : found;
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
