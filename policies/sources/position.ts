import type { Location } from "../engine/resource";
import { withoutUrl } from "./module-path";

/**
 * The location of a resource's definition, from the engine's record `project:///index.ts#12,5`, or from the stack trace if that position is inside a
 * package. Undefined if all positions are inside packages.
 */
export function locationOf(position: unknown, stackTrace?: unknown): Location | undefined {
	const frames = Array.isArray(stackTrace) ? stackTrace.map((frame) => (frame as { sourcePosition?: unknown } | null)?.sourcePosition) : [];
	return firstInProgram([position, ...frames].flatMap((each) => parse(each) ?? []));
}

/** The first location in the program's own files, not in a package's. */
export function firstInProgram(places: readonly Location[]): Location | undefined {
	return places.find((place) => !place.file.includes("node_modules/"));
}

function parse(position: unknown): Location | undefined {
	const match = typeof position === "string" ? /^project:\/\/\/?(.+?)#(\d+)(?:,(\d+))?$/.exec(position) : null;
	if (!match) return undefined;
	const [, file = "", line, column] = match;
	return { file: withoutUrl(decoded(file)), line: Number(line), ...(column ? { column: Number(column) } : {}) };
}

function decoded(file: string): string {
	try {
		return decodeURI(file);
	} catch {
		return file;
	}
}
