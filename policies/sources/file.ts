import { readFileSync } from "node:fs";
import { isPreview, readPreview } from "./preview";
import { SourceError, type StackDescription } from "./source";
import { isState, readState } from "./state";

/**
 * Reads a file that `pulumi stack export` or `pulumi preview --json` wrote; its content tells which.
 *
 * @param path `-` for standard input
 * @throws SourceError where it is neither
 */
export function readFile(path: string): StackDescription {
	const name = path === "-" ? "standard input" : path;
	const document = parse(read(path, name), name);
	if (isState(document)) return readState(document, name);
	if (isPreview(document)) return readPreview(document, name);
	throw new SourceError(`${name}: neither "pulumi stack export" nor "pulumi preview --json" wrote this: it has no deployment and no steps`);
}

function read(path: string, name: string): string {
	try {
		return readFileSync(path === "-" ? 0 : path, "utf8");
	} catch (error) {
		throw new SourceError(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}
}

function parse(text: string, name: string): unknown {
	const start = text.search(/\S/);
	if (start < 0) throw new SourceError(`${name}: is empty; expected what "pulumi stack export" or "pulumi preview --json" wrote`);
	try {
		return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
	} catch (error) {
		const cut = /Unexpected end|Unterminated/.test((error as Error).message);
		throw new SourceError(
			`${name}: not JSON${cut ? ": it ends too early" : ""}; expected what "pulumi stack export" or "pulumi preview --json" wrote`,
		);
	}
}
