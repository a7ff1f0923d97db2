/** The command was used wrongly. The message is one line: what is wrong, and what would work. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}
