import type { Exception } from "./exception";
import type { Location } from "./resource";
import type { Severity } from "./rule";
import type { Unknown, Verdict } from "./verdict";

/** How much a failing rule matters to an update: `mandatory` blocks it, `advisory` is shown, `disabled` is not decided at all. */
export type Level = "mandatory" | "advisory" | "disabled";

/** One rule's verdict on one resource, or on the stack. */
export interface Finding {
	readonly rule: string;
	readonly lines: readonly string[];
	readonly verdict: Verdict["verdict"];
	readonly severity: Severity;
	readonly level: Level;
	/** True where it stops an update: it fails, its level is mandatory and no exception excuses it. */
	readonly blocks: boolean;
	/** The root stack's URN where it is about the stack as a whole. */
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** The property that decides, as people write it: `defaultActions[0].type`. */
	readonly property?: string | undefined;
	/** A sentence without any property's value, except of enum-like settings. */
	readonly message: string;
	/** What to do, where it fails. */
	readonly fix?: string | undefined;
	/** Why it cannot be decided, where it is unknown. */
	readonly because?: Unknown["because"] | undefined;
	/** True where it is undetermined and would fail if another stack has what it most likely has. */
	readonly wouldFail?: boolean | undefined;
	/** True where it is undetermined because a whole document is unknown: a check of the program decides it. */
	readonly document?: boolean | undefined;
	readonly location?: Location | undefined;
	readonly exception?: Exception | undefined;
	/** True where an exception would have excused it, had it not run out. */
	readonly exceptionExpired?: boolean | undefined;
}
