import type { Exception } from "./exception";
import type { Location } from "./resource";
import type { Severity } from "./severity";
import type { Undetermined, Verdict } from "./verdict";

/** The effect of a failing rule on an update: `mandatory` blocks it, `advisory` is reported, `disabled` is not evaluated. */
export type Level = "mandatory" | "advisory" | "disabled";

/** The verdict of a rule on a resource, or on the stack. */
export interface Finding {
	readonly rule: string;
	/** Ids of the checklist items that it concerns. */
	readonly checklistItems: readonly string[];
	readonly verdict: Verdict["verdict"];
	readonly severity: Severity;
	readonly level: Level;
	/** True if it blocks an update: it fails, its level is mandatory, and no exception suppresses it. */
	readonly blocks: boolean;
	/** The URN of the resource, or of the root stack for a finding about the stack as a whole. */
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** The path of the property that decides the verdict: `defaultActions[0].type`. */
	readonly property?: string | undefined;
	/** A sentence without property values, except of enum-like settings. */
	readonly message: string;
	/** How to fix a failure. */
	readonly fix?: string | undefined;
	/** Why the finding is undetermined. */
	readonly reason?: Undetermined["reason"] | undefined;
	/** True if the finding is undetermined and fails in the most likely case. */
	readonly likelyFails?: boolean | undefined;
	/** True if the finding is undetermined because a whole document is unknown; running the program shows it. */
	readonly wholeDocument?: boolean | undefined;
	/** For an internal error, its message and stack frames, by line. */
	readonly errorStack?: readonly string[] | undefined;
	readonly location?: Location | undefined;
	readonly exception?: Exception | undefined;
	/** True if the exception has expired. */
	readonly exceptionExpired?: boolean | undefined;
}
