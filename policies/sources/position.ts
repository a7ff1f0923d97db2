import type { Location } from "../engine/resource";
import { withoutUrl } from "./module-path";

/**
 * Where a resource is made, from what the engine records: `project:///index.ts#12,5`, and the stack of calls where the
 * first place is inside a package. Undefined where every place is: nobody mends a program there.
 */
export function locationOf(position: unknown, stackTrace?: unknown): Location | undefined {
	const frames = Array.isArray(stackTrace) ? stackTrace.map((frame) => (frame as { sourcePosition?: unknown } | null)?.sourcePosition) : [];
	return firstOfTheProgram([position, ...frames].flatMap((each) => parse(each) ?? []));
}

/** The first place in the program's own files: a package's code is not where the user would mend it. */
export function firstOfTheProgram(places: readonly Location[]): Location | undefined {
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
