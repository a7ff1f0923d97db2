import { gunzipSync, inflateSync } from "node:zlib";
import { load } from "js-yaml";
import { parseJson } from "../../../engine/wire";

/** More than the size limits of user data, variables and container definitions. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_DEPTH = 4;
/** The number of texts that one value may contain. */
const MAX_TEXTS = 200;

/** A text inside a value, and the path of the file that it is written to, if it has one. */
export interface ContainedText {
	readonly text: string;
	readonly file?: string;
}

/**
 * The texts in a value: the value itself, decoded (base64, gzip), and the texts that it contains: the parts of a MIME
 * message, the files and commands of a cloud-config, data URLs, documents in documents, base64 in a script.
 * Undefined if the value is compressed and cannot be read.
 */
export function textsIn(value: string): readonly ContainedText[] | undefined {
	const content = decodedContent(value);
	if (content === undefined) return undefined;
	const found: ContainedText[] = [];
	collect({ text: content }, 0, found);
	return found;
}

function collect(item: ContainedText, depth: number, found: ContainedText[]): void {
	if (found.length >= MAX_TEXTS) return;
	const text = withDecodedCommands(item.text);
	found.push({ ...item, text });
	if (depth >= MAX_DEPTH) return;
	for (const each of containedTexts(text)) collect(each, depth + 1, found);
}

function containedTexts(text: string): readonly ContainedText[] {
	if (/^\s*(?:content-type|mime-version):/i.test(text)) return mimeParts(text);
	if (/^\s*[{[]/.test(text)) {
		const document = parseJson(text);
		if (typeof document === "object" && document !== null) return leavesWithText(document);
	}
	const config = /^\s*#cloud-config/.test(text) ? cloudConfigTexts(text) : undefined;
	return [...(config ?? []), ...encodedTexts(text)];
}

/** The text of a value after decoding base64, also twice, and gzip; undefined if it is compressed and cannot be read. */
export function decodedContent(value: string): string | undefined {
	let text = value.slice(0, MAX_CHARACTERS);
	for (let depth = 0; depth < MAX_DEPTH; depth++) {
		const bytes = fromBase64(text);
		if (!bytes) return text;
		const decoded = isCompressed(bytes) ? unzipped(bytes) : (asText(bytes) ?? text);
		if (decoded === undefined || decoded === text) return decoded;
		text = decoded;
	}
	return text;
}

function fromBase64(text: string): Buffer | undefined {
	const packed = text.replace(/\s/g, "");
	return packed.length >= 16 && packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed)
		? Buffer.from(packed, "base64")
		: undefined;
}

/** Gzip, or zlib with the usual headers. */
function isCompressed(bytes: Buffer): boolean {
	return isGzip(bytes) || (bytes[0] === 0x78 && [0x01, 0x9c, 0xda].includes(bytes[1] as number));
}

function isGzip(bytes: Buffer): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unzipped(bytes: Buffer): string | undefined {
	try {
		return asText((isGzip(bytes) ? gunzipSync : inflateSync)(bytes, { maxOutputLength: MAX_CHARACTERS }));
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

/** `$(echo … | base64 -d)` and its relatives, as the text that they print. */
function withDecodedCommands(text: string): string {
	if (!/base64/.test(text)) return text;
	const decode = String.raw`(?:openssl[ \t]+)?base64[ \t]+(?:-d|-D|--decode|-di)`;
	const piped = String.raw`(?:echo|printf)[ \t]+(?:-n[ \t]+|'%s'[ \t]+|"%s"[ \t]+)?["']?([A-Za-z0-9+/]{8,}={0,2})["']?[ \t]*\|[ \t]*${decode}`;
	const here = String.raw`${decode}[ \t]*<<<[ \t]*["']?([A-Za-z0-9+/]{8,}={0,2})["']?`;
	return text.replace(new RegExp(String.raw`(\$\(|${"`"})?(?:${piped}|${here})(\)|${"`"})?`, "g"), (whole, open, first, second, close) => {
		const decoded = asText(Buffer.from(first ?? second, "base64"));
		if (decoded === undefined) return whole;
		return open && close ? `'${decoded.trim()}'` : `echo '${decoded.trim()}'`;
	});
}

/** The parts of a MIME message (RFC 2045, RFC 2046), as cloud-init reads it. */
function mimeParts(message: string): readonly ContainedText[] {
	const [headers, body] = splitHeaders(message);
	const boundary = /boundary="?([^";\s]{1,70})/i.exec(headers)?.[1];
	if (boundary === undefined) return [decodedPart(headers, body)];
	return message
		.split(`--${boundary}`)
		.slice(1)
		.filter((part) => !part.startsWith("--"))
		.map((part) => decodedPart(...splitHeaders(part.trimStart())));
}

function splitHeaders(text: string): readonly [headers: string, body: string] {
	const end = /\r?\n\r?\n/.exec(text);
	return end ? [text.slice(0, end.index), text.slice(end.index + end[0].length)] : ["", text];
}

function decodedPart(headers: string, body: string): ContainedText {
	const isEncoded = /^content-transfer-encoding:\s*base64/im.test(headers);
	return { text: (isEncoded ? decodedContent(body.trim()) : body) ?? "" };
}

/** The files, commands and users of a cloud-config; undefined if it is not valid YAML. */
function cloudConfigTexts(text: string): readonly ContainedText[] | undefined {
	try {
		const document = load(text);
		return typeof document === "object" && document !== null ? leavesWithText(document) : undefined;
	} catch {
		return undefined;
	}
}

/** The leaves of a document that may contain texts, and its lists of words as commands. */
function leavesWithText(document: object): readonly ContainedText[] {
	const found: ContainedText[] = [];
	visit(document, 0);
	return found;

	function visit(value: unknown, depth: number): void {
		if (depth > 8 || found.length > MAX_TEXTS) return;
		if (value instanceof Uint8Array) {
			push(isCompressed(Buffer.from(value)) ? unzipped(Buffer.from(value)) : asText(Buffer.from(value)));
		} else if (typeof value === "string") {
			if (/^data:/.test(value)) push(dataUrl(value));
			else if (/[\s=:{[]/.test(value) || value.length >= 24) push(decodedContent(value));
		} else if (Array.isArray(value)) {
			if (value.length > 1 && value.every((each) => typeof each === "string")) push(value.map(quoted).join(" "));
			for (const each of value) visit(each, depth + 1);
		} else if (typeof value === "object" && value !== null) {
			visitRecord(value as Record<string, unknown>, depth);
		}
	}

	function visitRecord(record: Record<string, unknown>, depth: number): void {
		const { path, content, chpasswd } = record;
		if (typeof path === "string" && typeof content === "string") push(decodedContent(content), path);
		if (typeof chpasswd === "object" && chpasswd !== null) push(passwordList(chpasswd as Record<string, unknown>));
		for (const [key, child] of Object.entries(record)) if (key !== "content" || typeof path !== "string") visit(child, depth + 1);
		if (typeof path === "string" && content instanceof Uint8Array) visit(content, depth + 1);
	}

	function push(text: string | undefined, file?: string): void {
		if (text !== undefined) found.push(file === undefined ? { text } : { text, file });
	}
}

/** cloud-init's `chpasswd.list`, a string or a list of `user:password`. */
function passwordList({ list }: Record<string, unknown>): string | undefined {
	const lines = Array.isArray(list) ? list.map(String) : typeof list === "string" ? list.split("\n") : [];
	const passwords = lines.filter((line) => /^[\w.-]+:\S/.test(line) && !/:(?:R|RANDOM|\$\w{1,12}\$.*)$/.test(line));
	return passwords.length === 0 ? undefined : ["chpasswd <<EOF", ...passwords, "EOF"].join("\n");
}

function quoted(word: string): string {
	return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", " ")}'`;
}

/** The content of a data URL (RFC 2397). */
function dataUrl(url: string): string | undefined {
	const match = /^data:([^,]*),(.*)$/s.exec(url);
	if (!match) return undefined;
	const [, type, data] = match as unknown as [string, string, string];
	try {
		const plain = decodeURIComponent(data);
		if (!/;base64$/i.test(type)) return plain;
		const bytes = Buffer.from(plain, "base64");
		return isCompressed(bytes) ? unzipped(bytes) : asText(bytes);
	} catch {
		return undefined;
	}
}

/** Long runs of base64 in a script that are texts, also over several lines. */
function encodedTexts(text: string): readonly ContainedText[] {
	if (text.length < 24) return [];
	const runs = text.matchAll(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{24,}(?:\r?\n[ \t]{0,16}[A-Za-z0-9+/]{4,})*={0,2}(?![A-Za-z0-9+/=])/g);
	const found: ContainedText[] = [];
	for (const [run] of runs) {
		const decoded = run === text ? undefined : decodedContent(run);
		if (decoded !== undefined && decoded !== run) found.push({ text: decoded });
	}
	return found;
}
