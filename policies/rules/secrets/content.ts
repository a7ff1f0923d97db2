import { gunzipSync } from "node:zlib";

/** More than the size limits of user data, variables and container definitions. */
const MAX_CHARACTERS = 256 * 1024;

/** The text of a value after decoding one level of base64 and gzip; undefined if it is not readable text. */
export function decodedContent(value: string): string | undefined {
	const text = value.slice(0, MAX_CHARACTERS);
	const bytes = fromBase64(text);
	if (!bytes) return text;
	return isGzip(bytes) ? unzipped(bytes) : (asText(bytes) ?? text);
}

function fromBase64(text: string): Buffer | undefined {
	const packed = text.replace(/\s/g, "");
	return packed.length >= 16 && packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed)
		? Buffer.from(packed, "base64")
		: undefined;
}

function isGzip(bytes: Buffer): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unzipped(bytes: Buffer): string | undefined {
	try {
		return asText(gunzipSync(bytes, { maxOutputLength: MAX_CHARACTERS }));
	} catch {
		return undefined;
	}
}

/** The text of bytes without control characters. */
function asText(bytes: Buffer): string | undefined {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return [...text].some(isControl) ? undefined : text;
	} catch {
		return undefined;
	}
}

function isControl(character: string): boolean {
	return character < " " && !"\t\r\n\f".includes(character);
}
