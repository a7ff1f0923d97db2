/** Something that the user wrote cannot be used. The message is one line for a person: what, where, and the nearest thing that would work. */
export class SettingsError extends Error {
	override readonly name = "SettingsError";
}
