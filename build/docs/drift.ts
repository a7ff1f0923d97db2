import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../docs";

/** A page that is not as the code would have it. */
export interface Drift {
	readonly path: string;
	readonly is: "missing" | "drifted" | "orphaned";
}

/** The generated pages in a folder compared with what they should be. A page of a rule that there is no more is an orphan. */
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
