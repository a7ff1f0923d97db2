import type { ResourceData } from "../engine/resource";

/** A component whose children a source cannot see. */
export interface RemoteComponent {
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** The resources that it was given: what seems to be missing of them may be in it. */
	readonly given: readonly string[];
}

/** The outputs of a stack as another program gets them: values of the wire, in a program's stand-ins in place of what is unknown. */
export interface StackExports {
	readonly preview: Readonly<Record<string, unknown>>;
	/** With predicted outputs; the same where nothing is predicted. */
	readonly predicted: Readonly<Record<string, unknown>>;
}

/** Finds what a stack exports, by the name that a StackReference gives; undefined where it is not known. */
export type FindExports = (name: string) => Promise<StackExports | undefined>;

/** The resources of one stack, however they were learned. */
export interface StackDescription {
	readonly kind: "program" | "preview" | "state";
	/** What people call it: the file or the folder. */
	readonly path: string;
	readonly resources: readonly ResourceData[];
	/** As the source names it; a part is missing where the source does not tell. */
	readonly organization?: string;
	readonly project?: string;
	readonly stack?: string;
	/** How many unchanged resources the source leaves out: of what is missing there, nothing can be said. */
	readonly omitted?: number;
	readonly remoteComponents: readonly RemoteComponent[];
	/** What the stack exports, for stacks that are checked beside it. */
	readonly exports?: StackExports;
	/** The environments of Pulumi ESC that the stack takes configuration from; what they give is missing. */
	readonly unreadEnvironments?: readonly string[];
	/** What else the source does not show, in sentences. */
	readonly limitations: readonly string[];
	/** What is worth knowing of how it was read, and hides nothing. */
	readonly notices?: readonly string[];
}

/** Something that was given to be checked cannot be read. The message is one line: what, where, and what would work. */
export class SourceError extends Error {
	override readonly name = "SourceError";
}
