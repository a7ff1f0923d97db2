import { ENVIRONMENT_URL_VARIABLES, OTHER_SECRET_VARIABLES, SHARED_URL_VARIABLES } from "../../facts/scalekit-environment";
import { remember } from "./remember";
import { saysSecret, wordsOf } from "./secret-names";

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

/** True where it is the client secret among them. */
export function isScalekitClientSecret(name: string): boolean {
	const words = wordsOf(name);
	return isScalekitSecret(name) && (endsWith(words, ["client secret"]) || endsWith(words, ["scalekit secret"]));
}

/** True where a name says where one of Scalekit's secrets is: `SCALEKIT_CLIENT_SECRET_ARN`. */
export function saysWhereScalekitSecretIs(name: string): boolean {
	const words = wordsOf(name);
	if (!POINTERS.has(words.at(-1) ?? "")) return false;
	const end = words.findLastIndex((word) => !POINTERS.has(word));
	return isScalekitSecret(words.slice(0, end + 1).join("_"));
}

/** Whether a name is the one of the environment's address; `perhaps` where others use the name too. */
export const saysEnvironmentUrl = remember((name): "yes" | "perhaps" | "no" => {
	const words = wordsOf(name);
	if (endsWith(words, ENVIRONMENT_URL_VARIABLES)) return "yes";
	return endsWith(words, SHARED_URL_VARIABLES) ? "perhaps" : "no";
});
