import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** What the code of a function asks of its surroundings. */
export interface Needs {
	/** Names of the environment variables that its wiring reads. */
	readonly variables: readonly string[];
	/** The clients' commands in its bundle, which holds nothing that it does not use: `PutCommand`. */
	readonly commands: readonly string[];
}

export function needsOf(name: string): Needs {
	const handler = readFileSync(join(ROOT, "stacks/monitoring/functions", name, "handler.ts"), "utf8");
	const bundle = readFileSync(join(ROOT, "dist/functions", name, "index.js"), "utf8");
	return { variables: found(handler, /\bvariable\("(\w+)"\)/g), commands: found(bundle, /\.(\w+Command)\b/g) };
}

function found(text: string, pattern: RegExp): readonly string[] {
	return [...new Set([...text.matchAll(pattern)].map(([, each]) => each as string))].sort();
}
