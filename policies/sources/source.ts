import type { ResourceData } from "../engine/resource";

/** A component whose children the source does not contain. */
export interface RemoteComponent {
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** Resources passed to it: it may create resources that refer to them. */
	readonly given: readonly string[];
}

/** The outputs of a stack for other programs: wire values, with stand-ins for unknown ones if it is a program. */
export interface StackExports {
	readonly preview: Readonly<Record<string, unknown>>;
	/** With predicted outputs; the same if none are predicted. */
	readonly predicted: Readonly<Record<string, unknown>>;
}

/** Finds the outputs of a stack by its StackReference name; undefined if unknown. */
export type FindExports = (name: string) => Promise<StackExports | undefined>;

/** The resources of one stack, from any source. */
export interface StackDescription {
	readonly kind: "program" | "preview" | "state";
	/** The file or folder, for messages. */
	readonly path: string;
	readonly resources: readonly ResourceData[];
	/** Undefined if the source does not contain it. */
	readonly organization?: string;
	readonly project?: string;
	readonly stack?: string;
	/** The number of unchanged resources that the source omits: absence cannot be concluded. */
	readonly omitted?: number;
	readonly remoteComponents: readonly RemoteComponent[];
	/** The stack's outputs, for other stacks in the same check. */
	readonly exports?: StackExports;
	/** Pulumi ESC environments that the stack imports; their configuration is missing. */
	readonly unreadEnvironments?: readonly string[];
	/** Other limitations of the source; sentences. */
	readonly limitations: readonly string[];
	/** Notices about how it was read that do not limit the result. */
	readonly notices?: readonly string[];
}

/** An input cannot be read. The message is one line: what, where, and what would work. */
export class SourceError extends Error {
	override readonly name = "SourceError";
}

/** Why a file cannot be read, from the error of Node.js. */
export function readFailure(error: unknown): string {
	const { code = "" } = error as NodeJS.ErrnoException;
	if (/TOO_(?:LONG|LARGE)$/.test(code)) return "larger than 512 MiB";
	return code.startsWith("Z_") ? "the gzip data is corrupt" : code || String((error as Error).message);
}
