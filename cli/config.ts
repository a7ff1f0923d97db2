import { existsSync } from "node:fs";
import { UsageError } from "./error";

/** What `--config` gives, all its uses together. */
export interface Configuration {
	/** The settings file. */
	readonly file?: string;
	/** The program's configuration by key, `name` or `project:name`. */
	readonly values: Readonly<Record<string, string>>;
}

/** A configuration key of Pulumi, up to the `=`: `name`, `aws:region`. */
const KEY = /^[\w.-]+(?::[\w.-]+)?$/;

/**
 * Tells the two forms of `--config` apart: `KEY=VALUE` where there is no such file, as of `pulumi up`, and the
 * settings file. The last value of a key counts.
 *
 * @throws UsageError where two settings files are named
 */
export function readConfigOption(given: readonly string[]): Configuration {
	const isValue = (each: string) => each.includes("=") && KEY.test(keyOf(each)) && !existsSync(each);
	const [file, second] = given.filter((each) => !isValue(each));
	if (second !== undefined)
		throw new UsageError(`--config ${second}: the settings file is ${file} already; the program's configuration is KEY=VALUE`);
	const values = given.filter(isValue).map((each) => [keyOf(each), each.slice(keyOf(each).length + 1)] as const);
	return { ...(file === undefined ? {} : { file }), values: Object.fromEntries(values) };
}

function keyOf(text: string): string {
	return text.split("=", 1)[0] ?? "";
}
