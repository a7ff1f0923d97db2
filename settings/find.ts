import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SettingsError } from "./error";

export const FILE_NAME = "readiness.yaml";

/** The environment variable with the path of the settings file. */
export const CONFIG_VARIABLE = "SCALEKIT_READINESS_CONFIG";

/**
 * The settings file of a program: the given one, or the nearest one in the program's folder and its parents.
 *
 * @throws SettingsError if the given file does not exist
 */
export function findSettings(folder: string, named = process.env[CONFIG_VARIABLE]): string | undefined {
	if (named) {
		const file = resolve(named);
		if (!existsSync(file)) throw new SettingsError(`${named}: the settings file does not exist (${CONFIG_VARIABLE} or --config)`);
		return file;
	}
	for (let at = resolve(folder); ; at = dirname(at)) {
		const file = join(at, FILE_NAME);
		if (existsSync(file)) return file;
		if (dirname(at) === at) return undefined;
	}
}
