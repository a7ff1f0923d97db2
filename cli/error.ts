/** A usage error. The message has one line: the error and the nearest valid usage. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}
