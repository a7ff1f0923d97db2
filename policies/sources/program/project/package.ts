import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SourceError } from "../../source";
import type { Project } from "./project";

/** The file from which Node.js would look for the program's packages. */
export function packageFileOf(project: Pick<Project, "workingFolder">): string {
	return join(project.workingFolder, "package.json");
}

/**
 * The runner that Pulumi itself would start: that of the program's own SDK.
 *
 * @throws SourceError where the SDK is not installed
 */
export function runnerOf(project: Project, path: string): string {
	try {
		return createRequire(packageFileOf(project)).resolve("@pulumi/pulumi/cmd/run");
	} catch {
		throw new SourceError(`${path}: @pulumi/pulumi is not installed there; run "npm install" in it first`);
	}
}

/**
 * What Pulumi runs in place of a program folder that has no package.json of its own: what the nearest one above it
 * names.
 *
 * @returns the path of that package.json and what it names, or undefined where the folder's program is run
 */
export function foreignEntry(
	project: Pick<Project, "workingFolder" | "entry">,
): { readonly file: string; readonly entry: string } | undefined {
	if (project.entry !== ".") return undefined;
	const file = nearestPackage(project.workingFolder);
	if (!file || dirname(file) === project.workingFolder) return undefined;
	const { main, exports } = readJson(file) as { main?: unknown; exports?: unknown };
	const entry = exports ?? main;
	return entry === undefined ? undefined : { file, entry: typeof entry === "string" ? entry : "its exports" };
}

function nearestPackage(folder: string): string | undefined {
	const file = join(folder, "package.json");
	if (readJson(file)) return file;
	return dirname(folder) === folder ? undefined : nearestPackage(dirname(folder));
}

function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined;
	}
}
