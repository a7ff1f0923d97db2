import {
	ENVIRONMENT_URL_KEYS,
	ENVIRONMENT_URL_VARIABLES,
	OTHER_ENVIRONMENT_WORDS,
	OTHER_SECRET_VARIABLES,
	SHARED_URL_VARIABLES,
} from "../../facts/scalekit-environment";
import { memoize } from "./memoize";
import type { Pair } from "./pair";
import { endsInSecret, isSecretName, wordsOf } from "./secret-names";

/** Last words of variables with the location of a secret. */
const LOCATION_WORDS: ReadonlySet<string> = new Set(["arn", "file", "id", "name", "param", "parameter", "path", "ref", "uri", "url"]);

function endsWith(words: readonly string[], endings: readonly string[]): boolean {
	const text = ` ${words.join(" ")}`;
	return endings.some((ending) => text.endsWith(` ${ending}`));
}

/** True for the name of a Scalekit secret: `SCALEKIT_CLIENT_SECRET`, `scalekit.webhookSecret`. */
export const isScalekitSecret = memoize((name): boolean => {
	if (!isSecretName(name)) return false;
	const words = wordsOf(name);
	return words.includes("scalekit") || endsWith(words, OTHER_SECRET_VARIABLES);
});

/** True for a Scalekit secret inside a larger text: `clientSecret`, if a name on its path contains "scalekit". */
export function isScalekitPart(variable: string, pair: Pair): boolean {
	return isScalekitSecret(pair.name) || (endsInSecret(pair.name) && wordsOf(`${variable} ${pair.path}`).includes("scalekit"));
}

/** Last words of variables with a document. */
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

/** True for the name of a document with Scalekit's secrets and URL: `SCALEKIT_CONFIG`. */
export const isScalekitDocument = memoize((name): boolean => {
	const words = wordsOf(name);
	return words.includes("scalekit") && DOCUMENTS.has(words.at(-1) ?? "");
});

/** True for the name of the client secret. */
export function isScalekitClientSecret(name: string): boolean {
	const words = wordsOf(name);
	return isScalekitSecret(name) && endsWith(words, ["client secret", "client secrets", "scalekit secret", "scalekit secrets"]);
}

/** True for the name of the location of a Scalekit secret: `SCALEKIT_CLIENT_SECRET_ARN`. */
export function isScalekitSecretLocation(name: string): boolean {
	const words = wordsOf(name);
	if (!LOCATION_WORDS.has(words.at(-1) ?? "")) return false;
	const end = words.findLastIndex((word) => !LOCATION_WORDS.has(word));
	const isEndpoint = words[end] === "token" && ["uri", "url"].includes(words.at(-1) ?? "");
	return !isEndpoint && isScalekitSecret(words.slice(0, end + 1).join("_"));
}

/** Whether a name denotes the environment URL; `maybe` for a name that is also used otherwise. */
export const isEnvironmentUrlName = memoize((name): "yes" | "maybe" | "no" => {
	const words = wordsOf(name);
	if (endsWith(words, ENVIRONMENT_URL_VARIABLES)) return "yes";
	if (words.includes("scalekit") && endsWith(words, ENVIRONMENT_URL_KEYS)) return "yes";
	return endsWith(words, SHARED_URL_VARIABLES) ? "maybe" : "no";
});

/** True for a name that contains another environment than production. */
export const isOtherEnvironmentName = memoize((name): boolean => wordsOf(name).some((word) => OTHER_ENVIRONMENT_WORDS.has(word)));
