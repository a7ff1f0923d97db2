import { ADDRESS_WITH_PASSWORD, ADDRESS_WITH_TOKEN, AUTHORIZATION_HEADER, SECRET_SHAPES, SHORTEST_SHAPE } from "../../facts/secret-shapes";
import { isPublicName } from "./secret-names";
import { isRandom, valueKind } from "./secret-values";

/** The kind of secret that a text contains, judging by its format alone; undefined if it contains none. */
export function shapeOf(text: string, name = ""): string | undefined {
	if (/^arn:aws[\w-]*:[^\s@]*$/.test(text)) return undefined;
	const known =
		text.length < SHORTEST_SHAPE
			? undefined
			: SECRET_SHAPES.find(({ pattern, maybePublic }) => pattern.test(text) && !(maybePublic && isPublicName(name)));
	if (known) return known.label;
	const named = /(?:^|[^A-Za-z])authorization$/i.test(name) ? `Authorization: ${text}` : text;
	const header = AUTHORIZATION_HEADER.exec(named)?.[1];
	if (header && isSecretPart(header)) return "an Authorization header with a credential";
	if (!text.includes("://")) return undefined;
	const passwords = [...text.matchAll(ADDRESS_WITH_PASSWORD)].map((match) => match[1] ?? "");
	if (passwords.some(isSecretPart)) return "a URL with a password";
	return [...text.matchAll(ADDRESS_WITH_TOKEN)].some((match) => isRandom(match[1] ?? "")) ? "a URL with a token" : undefined;
}

/** In a URL or a header, a number may be a password. */
export function isSecretPart(part: string): boolean {
	const kind = valueKind(part);
	const variable = /^(?:\$|%|\{|<|\*|:)/.test(part);
	return !variable && (kind === "literal" || kind === "name" || /^\d+$/.test(part));
}
