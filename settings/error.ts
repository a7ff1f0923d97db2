/** Invalid settings. The message has one line for each error: the position, the error, and the nearest valid value. */
export class SettingsError extends Error {
	override readonly name = "SettingsError";
}
