import { readFileSync } from "node:fs";
import { nameOther } from "./other-files";
import { isPreview, readPreview } from "./preview";
import { SourceError, type StackDescription } from "./source";
import { readState, stateIn } from "./state";

const EXPECTED = 'expected what "pulumi stack export" or "pulumi preview --json" wrote';

/**
 * Reads a file that `pulumi stack export` or `pulumi preview --json` wrote; its content tells which.
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
		return decode(readFileSync(path === "-" ? 0 : path));
	} catch (error) {
		throw new SourceError(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "it is too large"})`);
	}
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
	if (/Unexpected end|Unterminated/.test(error.message)) return "not JSON: it ends too early";
	return "not JSON";
}
