/** A name and its value inside a larger text. */
export interface Pair {
	readonly name: string;
	readonly value: string;
	/** In a document, the names on the path to it, including its own; otherwise the name. */
	readonly path: string;
	/** The secret, in messages, if its place denotes it rather than its name: `a database password`. */
	readonly label?: string;
}
