import { constants } from "node:buffer";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describeOther } from "./other-files";
import { isPreview, readPreview } from "./preview";
import { readFailure, SourceError, type StackDescription } from "./source";
import { readState, stateIn } from "./state";

const EXPECTED = 'expected the output of "pulumi stack export" or "pulumi preview --json"';

/**
 * Reads the output of `pulumi stack export` or `pulumi preview --json`, or a checkpoint of a self-managed backend, compressed or not; the format is detected
 * from the content.
 *
 * @param path `-` for stdin
 * @throws SourceError if it is neither
 */
export function readFile(path: string): StackDescription {
	const name = path === "-" ? "stdin" : path;
	const text = read(path, name);
	const document = parse(text, path, name);
	const state = stateIn(document);
	if (state) return readState(state, name);
	if (isPreview(document)) return readPreview(document, name);
	throw new SourceError(`${name}: ${describeOther(document)}; ${EXPECTED}`);
}

function read(path: string, name: string): string {
	try {
		return decode(decompress(readFileSync(path === "-" ? 0 : path)));
	} catch (error) {
		throw new SourceError(`${name}: cannot be read (${readFailure(error)})`);
	}
}

/** Self-managed backends compress checkpoints if PULUMI_DIY_BACKEND_GZIP is set (RFC 1952, section 2.3.1). */
function decompress(bytes: Buffer): Buffer {
	return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: constants.MAX_STRING_LENGTH }) : bytes;
}

/** UTF-8, or UTF-16 as written by PowerShell's `>`, without byte order mark. */
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
	if (/^\s*\{"sequence":/.test(text)) return "is an engine event log";
	if (/\.(ya?ml|[cm]?[jt]s)$/.test(path)) return "is not JSON; to check a program, give its folder";
	const line = lineOfJson(text);
	if (line > 1) return `has text before the JSON, up to line ${line - 1}`;
	// Newer Node.js releases report what they expected at the end of the text.
	const at = Number(/ at position (\d+)/.exec(error.message)?.[1] ?? Number.NaN);
	if (/Unexpected end|Unterminated/.test(error.message) || at >= text.trimEnd().length) return "is not JSON: unexpected end of file";
	if (/after JSON/.test(error.message)) return "has text after the JSON";
	return "not JSON";
}

/** The line on which the JSON starts after other text, such as a package manager's output; otherwise 0. */
function lineOfJson(text: string): number {
	const start = /^\s*(?=\{\s*("|\}))/m.exec(text)?.index ?? -1;
	return start < 0 ? 0 : text.slice(0, start).split("\n").length;
}
