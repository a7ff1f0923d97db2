import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SourceError } from "../../source";
import type { Project } from "./project";

/** The file from which Node.js resolves the program's packages. */
export function packageFileOf(project: Pick<Project, "workingFolder">): string {
	return join(project.workingFolder, "package.json");
}

/**
 * The runner that Pulumi starts: that of the program's own SDK.
 *
 * @throws SourceError if the SDK is not installed
 */
export function runnerOf(project: Project, path: string): string {
	try {
		return createRequire(packageFileOf(project)).resolve("@pulumi/pulumi/cmd/run");
	} catch {
		throw new SourceError(`${path}: @pulumi/pulumi is not installed; run "npm install" first`);
	}
}

/**
 * What Pulumi runs for a program folder without its own package.json: the entry point of the nearest parent's.
 *
 * @returns the path of that package.json and its entry point, or undefined if the folder's own program runs
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
