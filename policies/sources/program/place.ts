import { realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { firstOfTheProgram } from "../position";

/** `at name (file:line:column)`, `at file:line:column`; what is thrown may have more to show, after a brace. */
const FRAME = /^at (?:async )?(?:.* \()?([^<]*?):(\d+):(\d+)\)?(?: \{)?$/;

/** What stands above a line of code that Node.js cannot parse. */
const HEAD = /^((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*?):(\d+)$/;

/** Where in a program's own files an error came up, by the stack trace in its text. */
export function placeOf(error: string, folder: string): Location | undefined {
	const places = stripVTControlCharacters(error)
		.split("\n")
		.flatMap((line) => {
			const [, file = "", at, column] = FRAME.exec(line.trim()) ?? HEAD.exec(line.trim()) ?? [];
			const path = pathFrom(file);
			if (path === undefined || !isAbsolute(path)) return [];
			const inProgram = fromFolder(folder, path);
			if (inProgram.startsWith("..") || isAbsolute(inProgram)) return [];
			return { file: inProgram, line: Number(at), ...(column ? { column: Number(column) } : {}) };
		});
	return firstOfTheProgram(places);
}

/** A file's path from the program's folder: Node.js names files by where they really are. */
export function fromFolder(folder: string, path: string): string {
	const direct = relative(folder, path);
	return direct.startsWith("..") ? relative(realpathSync(folder), path) : direct;
}

function pathFrom(file: string): string | undefined {
	try {
		return file.startsWith("file:") ? fileURLToPath(file) : file;
	} catch {
		return undefined;
	}
}
