import type { Location } from "../engine/resource";

/**
 * Where a resource is made, from what the engine records: `project:///index.ts#12,5`, and the stack of calls where the
 * first place is inside a package.
 */
export function locationOf(position: unknown, stackTrace?: unknown): Location | undefined {
	const frames = Array.isArray(stackTrace) ? stackTrace.map((frame) => (frame as { sourcePosition?: unknown }).sourcePosition) : [];
	const places = [position, ...frames].flatMap((each) => parse(each) ?? []);
	return places.find((place) => !place.file.includes("node_modules/")) ?? places[0];
}

function parse(position: unknown): Location | undefined {
	const match = typeof position === "string" ? /^project:\/\/\/?(.+?)#(\d+)(?:,(\d+))?$/.exec(position) : null;
	if (!match) return undefined;
	const [, file = "", line, column] = match;
	return { file: decodeURI(file), line: Number(line), ...(column ? { column: Number(column) } : {}) };
}
