import type { FindExports } from "../source";
import type { StandIns } from "./predicted/stand-ins";

/** How a program is run. */
export interface RunOptions {
	readonly stack: string;
	readonly organization?: string;
	/** Configuration by key, which wins over that of the stack's file. */
	readonly config?: Readonly<Record<string, string>>;
	/** How long the program may take, in milliseconds. */
	readonly timeout: number;
	/** Gets what the program prints and logs, line by line and without secrets; it never reaches standard output. */
	readonly onLine?: (line: string) => void;
	/** False to run the program once, as at a preview. */
	readonly predictOutputs?: boolean;
	/** Made for the whole command, so that what one program exports is recognised in another. */
	readonly standIns?: StandIns;
	/** Finds what other stacks export that are checked beside this one. */
	readonly findExports?: FindExports;
}
