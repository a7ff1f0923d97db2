import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SettingsError } from "./error";

export const FILE_NAME = "readiness.yaml";

/** Names the file when it is not above the program. */
export const CONFIG_VARIABLE = "SCALEKIT_READINESS_CONFIG";

/**
 * The settings file for a program: the one that is named, else the nearest one from the program's folder upwards.
 *
 * @throws SettingsError where a file is named that does not exist
 */
export function findSettings(folder: string, named = process.env[CONFIG_VARIABLE]): string | undefined {
	if (named) {
		const file = resolve(named);
		if (!existsSync(file))
			throw new SettingsError(`${named}: no such file; it is named as the settings file (${CONFIG_VARIABLE} or --config)`);
		return file;
	}
	for (let at = resolve(folder); ; at = dirname(at)) {
		const file = join(at, FILE_NAME);
		if (existsSync(file)) return file;
		if (dirname(at) === at) return undefined;
	}
}
