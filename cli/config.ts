import { existsSync } from "node:fs";
import { UsageError } from "./error";

/** The values of all `--config` options. */
export interface Configuration {
	/** The settings file. */
	readonly file?: string;
	/** The program's configuration by key, `name` or `project:name`. */
	readonly values: Readonly<Record<string, string>>;
}

/** A configuration key of Pulumi, up to the `=`: `name`, `aws:region`. */
const KEY = /^[\w.-]+(?::[\w.-]+)?$/;

/**
 * Distinguishes the two forms of `--config`: `KEY=VALUE`, as for `pulumi up`, unless a file has this name; and the
 * settings file. The last value of a key applies.
 *
 * @throws UsageError if there are two settings files
 */
export function readConfigOption(given: readonly string[]): Configuration {
	const isValue = (each: string) => each.includes("=") && KEY.test(keyOf(each)) && !existsSync(each);
	const [file, second] = given.filter((each) => !isValue(each));
	if (second !== undefined)
		throw new UsageError(`--config ${second}: the settings file is already ${file}; program configuration has the form KEY=VALUE`);
	const values = given.filter(isValue).map((each) => [keyOf(each), each.slice(keyOf(each).length + 1)] as const);
	return { ...(file === undefined ? {} : { file }), values: Object.fromEntries(values) };
}

function keyOf(text: string): string {
	return text.split("=", 1)[0] ?? "";
}
