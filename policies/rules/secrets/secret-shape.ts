import { ADDRESS_WITH_PASSWORD, AUTHORIZATION_HEADER, SECRET_SHAPES, SHORTEST_SHAPE } from "../../facts/secret-shapes";
import { saysPublic } from "./secret-names";
import { kindOfValue } from "./secret-values";

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

/** In an address or a header a number may well be a password. */
export function isSecretPart(part: string): boolean {
	const kind = kindOfValue(part);
	const variable = /^(?:\$|%|\{|<|\*|:)/.test(part);
	return !variable && (kind === "literal" || kind === "name" || /^\d+$/.test(part));
}
