import {
	ENVIRONMENT_URL_KEYS,
	ENVIRONMENT_URL_VARIABLES,
	OTHER_ENVIRONMENT_WORDS,
	OTHER_SECRET_VARIABLES,
	SHARED_URL_VARIABLES,
} from "../../facts/scalekit-environment";
import type { Pair } from "./pairs";
import { remember } from "./remember";
import { endsInSecret, saysSecret, wordsOf } from "./secret-names";

/** Last words of a variable that says where a secret is. */
const POINTERS: ReadonlySet<string> = new Set(["arn", "file", "id", "name", "param", "parameter", "path", "ref", "uri", "url"]);

function endsWith(words: readonly string[], endings: readonly string[]): boolean {
	const text = ` ${words.join(" ")}`;
	return endings.some((ending) => text.endsWith(` ${ending}`));
}

/** True where a name says that one of Scalekit's secrets is under it: `SCALEKIT_CLIENT_SECRET`, `scalekit.webhookSecret`. */
export const isScalekitSecret = remember((name): boolean => {
	if (!saysSecret(name)) return false;
	const words = wordsOf(name);
	return words.includes("scalekit") || endsWith(words, OTHER_SECRET_VARIABLES);
});

/** True where a part of a larger text is one of Scalekit's secrets: `clientSecret` is where the document, or what is around it, is called Scalekit's. */
export function isScalekitPart(variable: string, pair: Pair): boolean {
	return isScalekitSecret(pair.name) || (endsInSecret(pair.name) && wordsOf(`${variable} ${pair.path}`).includes("scalekit"));
}

/** Last words of a variable that holds a whole document. */
const DOCUMENTS: ReadonlySet<string> = new Set([
	"config",
	"configuration",
	"credentials",
	"json",
	"options",
	"scalekit",
	"secrets",
	"settings",
]);

/** True where a name is the one of a document about Scalekit, with its secrets and its address in it: `SCALEKIT_CONFIG`. */
export const isScalekitDocument = remember((name): boolean => {
	const words = wordsOf(name);
	return words.includes("scalekit") && DOCUMENTS.has(words.at(-1) ?? "");
});

/** True where it is the client secret among them. */
export function isScalekitClientSecret(name: string): boolean {
	const words = wordsOf(name);
	return isScalekitSecret(name) && endsWith(words, ["client secret", "client secrets", "scalekit secret", "scalekit secrets"]);
}

/** True where a name says where one of Scalekit's secrets is: `SCALEKIT_CLIENT_SECRET_ARN`. */
export function saysWhereScalekitSecretIs(name: string): boolean {
	const words = wordsOf(name);
	if (!POINTERS.has(words.at(-1) ?? "")) return false;
	const end = words.findLastIndex((word) => !POINTERS.has(word));
	const isEndpoint = words[end] === "token" && ["uri", "url"].includes(words.at(-1) ?? "");
	return !isEndpoint && isScalekitSecret(words.slice(0, end + 1).join("_"));
}

/** Whether a name is the one of the environment's address; `perhaps` where others use the name too. */
export const saysEnvironmentUrl = remember((name): "yes" | "perhaps" | "no" => {
	const words = wordsOf(name);
	if (endsWith(words, ENVIRONMENT_URL_VARIABLES)) return "yes";
	if (words.includes("scalekit") && endsWith(words, ENVIRONMENT_URL_KEYS)) return "yes";
	return endsWith(words, SHARED_URL_VARIABLES) ? "perhaps" : "no";
});

/** True where a name itself says that it is for another environment than production. */
export const saysOtherEnvironment = remember((name): boolean => wordsOf(name).some((word) => OTHER_ENVIRONMENT_WORDS.has(word)));
