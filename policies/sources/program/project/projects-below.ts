import { readdirSync } from "node:fs";
import { join } from "node:path";

export const PROJECT_FILES: readonly string[] = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Limits of the search: depth, and number of folders. */
const DEEPEST = 4;
const MOST_FOLDERS = 2000;

/**
 * The Pulumi projects in a folder's subfolders, sorted. A project's subfolders, `node_modules`, hidden folders and symbolic links are not searched.
 */
export function projectsBelow(folder: string): readonly string[] {
	const found: string[] = [];
	let level: readonly string[] = [folder];
	let opened = 0;
	for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
		const next: string[] = [];
		for (const each of level) {
			if (++opened > MOST_FOLDERS) return found.sort();
			const entries = entriesOf(each);
			if (entries.some(({ name }) => PROJECT_FILES.includes(name))) found.push(each);
			else next.push(...entries.filter(isSearched).map(({ name }) => join(each, name)));
		}
		level = next;
	}
	return found.sort();
}

function isSearched(entry: { readonly name: string; isDirectory(): boolean }): boolean {
	return entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".");
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

/** The projects directly inside a folder, sorted. */
export function projectsIn(folder: string): readonly string[] {
	return entriesOf(folder)
		.filter(isSearched)
		.map(({ name }) => join(folder, name))
		.filter((each) => entriesOf(each).some(({ name }) => PROJECT_FILES.includes(name)))
		.sort();
}
