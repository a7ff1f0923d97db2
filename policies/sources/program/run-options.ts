import type { FindExports } from "../source";
import type { StandIns } from "./predicted/stand-ins";

/** How a program is run. */
export interface RunOptions {
	readonly stack: string;
	readonly organization?: string;
	/** Configuration by key, which overrides the stack file's. */
	readonly config?: Readonly<Record<string, string>>;
	/** The timeout in milliseconds, since the last registered resource; in total, a multiple. */
	readonly timeout: number;
	/** Receives what the program prints and logs, by line and redacted; it is never written to stdout. */
	readonly onLine?: (line: string) => void;
	/** Masks secrets in what the program prints that no configuration declares: their format, or a name before them, shows them. */
	readonly maskOutput?: (text: string) => string;
	/** False to run the preview only. */
	readonly predictOutputs?: boolean;
	/** Shared by the whole command, so that one program's exports are recognized in another. */
	readonly standIns?: StandIns;
	/** Finds the exports of other stacks in the same check. */
	readonly findExports?: FindExports;
}
