import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { nameOther } from "./other-files";
import { isPreview, readPreview } from "./preview";
import { SourceError, type StackDescription } from "./source";
import { readState, stateIn } from "./state";

const EXPECTED = 'expected what "pulumi stack export" or "pulumi preview --json" wrote';

/**
 * Reads a file that `pulumi stack export` or `pulumi preview --json` wrote, or that a backend of one's own keeps, compressed
 * or not; its content tells which.
 *
 * @param path `-` for standard input
 * @throws SourceError where it is neither
 */
export function readFile(path: string): StackDescription {
	const name = path === "-" ? "standard input" : path;
	const text = read(path, name);
	const document = parse(text, path, name);
	const state = stateIn(document);
	if (state) return readState(state, name);
	if (isPreview(document)) return readPreview(document, name);
	throw new SourceError(`${name}: ${nameOther(document)}; ${EXPECTED}`);
}

function read(path: string, name: string): string {
	try {
		return decode(decompress(readFileSync(path === "-" ? 0 : path)));
	} catch (error) {
		const { code = "it is too large" } = error as NodeJS.ErrnoException;
		throw new SourceError(`${name}: cannot be read (${code.startsWith("Z_") ? "what is compressed in it is damaged" : code})`);
	}
}

/** A backend of one's own compresses checkpoints where PULUMI_DIY_BACKEND_GZIP is set (RFC 1952, section 2.3.1). */
function decompress(bytes: Buffer): Buffer {
	return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** UTF-8, or what PowerShell's `>` makes of it; a byte order mark is no part of the text. */
function decode(bytes: Buffer): string {
	const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString("utf16le") : bytes.toString("utf8");
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function parse(text: string, path: string, name: string): unknown {
	if (text.trim() === "") throw new SourceError(`${name}: is empty; ${EXPECTED}`);
	try {
		return JSON.parse(text);
	} catch (error) {
		const kind = nameText(text, path, error as Error);
		throw new SourceError(`${name}: ${kind}; ${EXPECTED}`);
	}
}

function nameText(text: string, path: string, error: Error): string {
	if (/^\s*\{"sequence":/.test(text)) return "is a log of engine events, one in each line";
	if (/\.(ya?ml|[cm]?[jt]s)$/.test(path)) return "not JSON, and a program is checked by its folder";
	const line = lineOfJson(text);
	if (line > 1) return `not JSON alone: other text stands before it, up to line ${line - 1}`;
	// Newer releases of Node.js say what they expected where the text ends.
	const at = Number(/ at position (\d+)/.exec(error.message)?.[1] ?? Number.NaN);
	if (/Unexpected end|Unterminated/.test(error.message) || at >= text.trimEnd().length) return "not JSON: it ends too early";
	if (/after JSON/.test(error.message)) return "not JSON alone: other text stands behind it";
	return "not JSON";
}

/** The line on which JSON begins that other text stands before, as a package manager prints it; 0 where none does. */
function lineOfJson(text: string): number {
	const start = /^\s*(?=\{\s*("|\}))/m.exec(text)?.index ?? -1;
	return start < 0 ? 0 : text.slice(0, start).split("\n").length;
}
