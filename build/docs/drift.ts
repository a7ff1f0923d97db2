import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../docs";

/** A page that differs from the generated one. */
export interface Drift {
	readonly path: string;
	readonly is: "missing" | "drifted" | "orphaned";
}

/** Compares the pages in a folder with the generated ones. The page of a removed rule is orphaned. */
export function drift(pages: readonly Page[], folder: string): readonly Drift[] {
	const expected = new Set(pages.map((page) => page.path));
	const rulePages = existsSync(join(folder, "rules")) ? readdirSync(join(folder, "rules")).map((name) => `rules/${name}`) : [];
	return [
		...pages.flatMap(({ path, text }): Drift[] => {
			const file = join(folder, path);
			if (!existsSync(file)) return [{ path, is: "missing" }];
			return readFileSync(file, "utf8") === text ? [] : [{ path, is: "drifted" }];
		}),
		...rulePages.filter((path) => !expected.has(path)).map((path): Drift => ({ path, is: "orphaned" })),
	];
}
