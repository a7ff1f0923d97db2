import { realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { firstInProgram } from "../position";

/** `at name (file:line:column)`, `at file:line:column`; properties of the thrown value may follow after a brace. */
const FRAME = /^at (?:async )?(?:.* \()?([^<]*?):(\d+):(\d+)\)?(?: \{)?$/;

/** The line that Node.js prints above code that it cannot parse. */
const HEAD = /^((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*?):(\d+)$/;

/** The location of an error in the program's own files, from the stack trace in its text. */
export function errorLocation(error: string, folder: string): Location | undefined {
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
	return firstInProgram(places);
}

/** A file's path relative to the program's folder; Node.js reports real paths. */
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
