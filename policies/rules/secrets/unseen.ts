import type { Hole } from "../../engine/partial-text";
import type { Reading } from "../../engine/reading";
import { isComputedByAws, LOCATING_WORDS, SECRET_OUTPUTS } from "../../facts/secret-outputs";
import type { Answer } from "./answer";
import { isScalekitDocument } from "./scalekit-names";
import { saysSecret, wordsOf } from "./secret-names";

/** Reads as a reference to a value wherever it stands. */
const A_REFERENCE = "$UNKNOWN";
/** Reads as a secret wherever one would be found. */
const A_SECRET = "q7Xk2vLp9TzR4mWcB8";

/** What a part of a value holds that is known only after deployment. */
export function holdsSecret(hole: Hole): "yes" | "no" | "unknown" {
	const { origin, secret } = hole;
	if (secret) return "yes";
	if (!origin) return "unknown";
	const name =
		origin.property
			.replace(/\[\d+\]/g, "")
			.split(".")
			.at(-1) ?? "";
	if (SECRET_OUTPUTS[origin.type]?.includes(name) || saysSecret(name)) return "yes";
	return isComputedByAws(origin) || LOCATING_WORDS.has(wordsOf(name).at(-1) ?? "") ? "no" : "unknown";
}

/** True where every unknown part of a value is a name, an address or the like of a resource. */
export function holdsOnlyLocations(value: Reading): boolean {
	const holes = value.partial?.holes ?? [];
	return holes.length > 0 && holes.every((hole) => holdsSecret(hole) === "no");
}

/** True where nothing is known of a document about Scalekit, so that it may hold its secrets and its address. */
export function isUnseenDocument(name: string, value: Reading): boolean {
	const isWholeUnknown = value.isUnknown && !value.partial?.filled(() => "");
	return isWholeUnknown && isScalekitDocument(name) && !holdsOnlyLocations(value);
}

/**
 * A value's text, as far as it can be seen: an unknown part that is a secret reads as one, any other as a reference.
 * Undefined where nothing of it can be seen.
 */
export function readable(value: Reading): string | undefined {
	return value.text ?? value.partial?.filled((hole) => (hole.number ? "0" : holdsSecret(hole) === "yes" ? A_SECRET : A_REFERENCE));
}

/** What a value is that stands under the name of a secret, and is unknown or marked as a secret. */
export function inspectUnseen(value: Reading): Answer {
	const holes = value.partial?.holes ?? [];
	const [secret] = holes.filter((hole) => holdsSecret(hole) === "yes");
	if (secret) return { is: "secret", because: secret.origin ? sourceOf(secret) : "its value is a Pulumi secret" };
	if (value.isMarkedSecret) return { is: "secret", because: "its value is a Pulumi secret" };
	const [whole] = holes;
	const isArn = holes.length === 1 && whole?.origin && /(?:^|[a-z])arn$/i.test(whole.origin.property);
	return isArn || isIdOfSecret(whole) ? { is: "reference" } : { is: "unknown", expected: true };
}

function sourceOf({ origin }: Hole): string {
	return `its value is ${origin?.property} of ${origin?.type}`;
}

/** A secret's id is its ARN. */
function isIdOfSecret(hole: Hole | undefined): boolean {
	return hole?.origin?.type === "aws:secretsmanager/secret:Secret" && ["id", "name"].includes(hole.origin.property);
}
