import { safeLines } from "../policies/output/safe";

/** Writes to stderr. Messages contain names, paths and settings from outside. */
export function printError(text: string): void {
	process.stderr.write(`${safeLines(text)}\n`);
}
