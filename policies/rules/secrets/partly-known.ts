import type { Hole } from "../../engine/partial-text";
import type { Reading } from "../../engine/reading";
import { isComputedByAws, LOCATING_WORDS, SECRET_OUTPUTS } from "../../facts/secret-outputs";
import type { Classification } from "./classification";
import { isScalekitDocument } from "./scalekit-names";
import { isSecretName, wordsOf } from "./secret-names";

/** A text that is classified as a reference. */
const REFERENCE_PLACEHOLDER = "$UNKNOWN";
/** A text that is classified as a secret. */
const SECRET_PLACEHOLDER = "q7Xk2vLp9TzR4mWcB8";

/** Whether an unknown part of a value is a secret. */
export function isSecretHole(hole: Hole): boolean | undefined {
	const { origin, secret } = hole;
	if (secret) return true;
	if (!origin) return undefined;
	const name =
		origin.property
			.replace(/\[\d+\]/g, "")
			.split(".")
			.at(-1) ?? "";
	if (SECRET_OUTPUTS[origin.type]?.includes(name) || isSecretName(name)) return true;
	return isComputedByAws(origin) || LOCATING_WORDS.has(wordsOf(name).at(-1) ?? "") ? false : undefined;
}

/** True if every unknown part of a value is a name or location of a resource. */
export function holdsOnlyLocations(value: Reading): boolean {
	const holes = value.partial?.holes ?? [];
	return holes.length > 0 && holes.every((hole) => isSecretHole(hole) === false);
}

/** True for an unknown document about Scalekit, which may contain its secrets and URL. */
export function isUnknownDocument(name: string, value: Reading): boolean {
	const isWholeUnknown = value.isUnknown && !value.partial?.filled(() => "");
	return isWholeUnknown && isScalekitDocument(name) && !holdsOnlyLocations(value);
}

/**
 * The text of a value with placeholders for unknown parts: a secret for secrets, a reference for others.
 * Undefined if the whole value is unknown.
 */
export function visibleText(value: Reading): string | undefined {
	return (
		value.text ?? value.partial?.filled((hole) => (hole.number ? "0" : isSecretHole(hole) ? SECRET_PLACEHOLDER : REFERENCE_PLACEHOLDER))
	);
}

/** Classifies a value whose name denotes a secret, and that is unknown or a Pulumi secret. */
export function classifyUnknown(value: Reading): Classification {
	const holes = value.partial?.holes ?? [];
	const [secret] = holes.filter((hole) => isSecretHole(hole));
	if (secret) return { is: "secret", because: secret.origin ? sourceOf(secret) : "its value is a Pulumi secret" };
	if (value.isMarkedSecret) return { is: "secret", because: "its value is a Pulumi secret" };
	const [whole] = holes;
	const isArn = holes.length === 1 && whole?.origin && /(?:^|[a-z])arn$/i.test(whole.origin.property);
	return isArn || isIdOfSecret(whole) ? { is: "reference" } : { is: "unknown", expected: true };
}

function sourceOf({ origin }: Hole): string {
	return `its value is output ${origin?.property} of ${origin?.type}`;
}

/** The id of a Secrets Manager secret is its ARN. */
function isIdOfSecret(hole: Hole | undefined): boolean {
	return hole?.origin?.type === "aws:secretsmanager/secret:Secret" && ["id", "name"].includes(hole.origin.property);
}
