import { gunzipSync } from "node:zlib";

/** Far above what user data, variables and container definitions may hold. */
const MOST_CHARACTERS = 256 * 1024;

/** The text that a value really is: with base64 and gzip taken off, once each. Undefined where it is packed in another way. */
export function contentOf(value: string): string | undefined {
	const text = value.slice(0, MOST_CHARACTERS);
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
		return asText(gunzipSync(bytes, { maxOutputLength: MOST_CHARACTERS }));
	} catch {
		return undefined;
	}
}

/** Bytes as text, where they are text that people write. */
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
