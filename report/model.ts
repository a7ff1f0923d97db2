import type { LineResult, LineVerdict } from "../checklist/settle";
import type { Finding } from "../policies/engine/finding";
import type { Severity } from "../policies/engine/rule";

/** A stack that was looked at. */
export interface CheckedStack {
	readonly path: string;
	readonly kind: "program" | "preview" | "state";
	readonly project: string | null;
	readonly stack: string | null;
	readonly profile: string;
	/** Where the profile comes from. */
	readonly profileFrom: string;
	/** The settings file, or null where there is none. */
	readonly settings: string | null;
}

/** A finding as every format tells it: what is not known of it is null. */
export interface ReportedFinding
	extends Omit<Finding, "property" | "fix" | "because" | "document" | "wouldFail" | "location" | "exception" | "exceptionExpired"> {
	readonly property: string | null;
	readonly fix: string | null;
	/** Why it cannot be decided. */
	readonly because: Finding["because"] | null;
	/** True where a whole document is unknown, which a check of the program itself opens. */
	readonly document: boolean;
	readonly docs: string;
	readonly location: { readonly file: string; readonly line: number; readonly column: number | null } | null;
	readonly exception: ReportedException | null;
	/** The stack that it is about. */
	readonly stack: Pick<CheckedStack, "path" | "kind" | "project" | "stack" | "profile" | "settings">;
}

export interface ReportedException {
	readonly owner: string;
	readonly reason: string;
	readonly expires: string;
	readonly source: string | null;
	/** True where it has run out: the finding counts then. */
	readonly expired: boolean;
}

/** What the report looked at, and what it did not. */
export interface Coverage {
	readonly resources: number;
	/** Resources of which at least one rule said more than that it does not apply. */
	readonly examined: number;
	/** Types of which no rule understands anything. */
	readonly notUnderstood: readonly { readonly type: string; readonly count: number }[];
	/** Resources of other providers than AWS's classic one: no rule understands any of them. */
	readonly otherProviders: readonly { readonly provider: string; readonly count: number }[];
	/** Components that a plugin makes elsewhere: what is in them cannot be seen here. */
	readonly opaque: readonly { readonly urn: string; readonly type: string; readonly name: string }[];
	/** Stacks that the settings exclude. */
	readonly excluded: readonly {
		readonly path: string;
		readonly project: string | null;
		readonly stack: string | null;
		readonly reason: string;
		/** Where that is written. */
		readonly source: string;
	}[];
	/** Other reasons why something was not looked at. */
	readonly gaps: readonly string[];
}

export type RuleCounts = Readonly<Record<Finding["verdict"], number>>;

/** What every format renders. Holds no property's value. */
export interface Report {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: string; readonly version: string };
	/** The profile of the stacks, or `mixed`. */
	readonly profile: string;
	readonly stacks: readonly CheckedStack[];
	/** Failing and unknown findings; every one where all were asked for. */
	readonly findings: readonly ReportedFinding[];
	/** For each rule how many findings of each verdict there are, whether listed or not. */
	readonly counts: Readonly<Record<string, RuleCounts>>;
	readonly lines: readonly LineResult[];
	readonly coverage: Coverage;
	/** What is no finding and has to be said: which of several stacks was chosen, exceptions that match nothing. */
	readonly notices: readonly string[];
	/** The rules that are switched off, and so say nothing. */
	readonly switchedOff: readonly string[];
	/** Where undetermined findings count as failures: from which severity on, and how many do; null where none does. */
	readonly strict: { readonly severity: Severity; readonly failing: number } | null;
	readonly summary: {
		readonly blocking: number;
		readonly advisory: number;
		readonly excused: number;
		readonly unknown: number;
		readonly lines: Readonly<Record<LineVerdict, number>>;
	};
}

/** What a format needs of a rule beyond its findings. */
export interface RuleDescription {
	readonly id: string;
	readonly title: string;
	readonly severity: Severity;
	readonly why: string;
	readonly fix: string;
	readonly docs: string;
	readonly theme: string;
	readonly lines: readonly string[];
}
