import type { ItemResult, ItemStatus } from "../checklist/evaluate-items";
import type { Finding } from "../policies/engine/finding";
import type { Severity } from "../policies/engine/severity";

/** A stack that was checked. */
export interface CheckedStack {
	readonly path: string;
	readonly kind: "program" | "preview" | "state";
	readonly project: string | null;
	readonly stack: string | null;
	readonly profile: string;
	/** What determines the profile: `readiness.yaml:3`, `--profile`, `default`. */
	readonly profileFrom: string;
	/** The settings file, or null without one. */
	readonly settings: string | null;
}

/** A finding as reports contain it, with null for unknown fields. */
export interface ReportedFinding
	extends Omit<
		Finding,
		"property" | "fix" | "reason" | "wholeDocument" | "likelyFails" | "errorStack" | "location" | "exception" | "exceptionExpired"
	> {
	readonly property: string | null;
	readonly fix: string | null;
	/** Why the finding is undetermined. */
	readonly reason: Finding["reason"] | null;
	/** True if a whole document is unknown; checking the program shows it. */
	readonly wholeDocument: boolean;
	readonly docs: string;
	readonly location: { readonly file: string; readonly line: number; readonly column: number | null } | null;
	readonly exception: ReportedException | null;
	/** The stack of the resource. */
	readonly stack: Pick<CheckedStack, "path" | "kind" | "project" | "stack" | "profile" | "settings">;
}

export interface ReportedException {
	readonly owner: string;
	readonly reason: string;
	readonly expires: string;
	readonly source: string | null;
	/** True if it has expired and no longer suppresses the finding. */
	readonly expired: boolean;
}

/** A rule that threw an error for a resource. */
export interface ReportedInternalError {
	readonly rule: string;
	readonly urn: string;
	/** The message of its finding, with the error's. */
	readonly message: string;
	/** The message and stack frames, by line; null without `--debug`. */
	readonly stack: readonly string[] | null;
}

/** What the check covered, and what it did not. */
export interface Coverage {
	readonly resources: number;
	/** Resources with at least one verdict other than "not applicable". */
	readonly evaluated: number;
	/** Resource types that no rule covers. */
	readonly uncoveredTypes: readonly { readonly type: string; readonly count: number }[];
	/** Resources of providers other than `aws`; no rule covers them. */
	readonly otherProviders: readonly { readonly provider: string; readonly count: number }[];
	/** Component resources of a plugin, whose child resources the source does not show. */
	readonly remoteComponents: readonly { readonly urn: string; readonly type: string; readonly name: string }[];
	/** Stacks that the settings exclude. */
	readonly excluded: readonly {
		readonly path: string;
		readonly project: string | null;
		readonly stack: string | null;
		readonly reason: string;
		/** Where the exclusion is defined. */
		readonly source: string;
	}[];
	/** Other reasons why the check is incomplete, as sentences. */
	readonly limitations: readonly string[];
}

export type RuleCounts = Readonly<Record<Finding["verdict"], number>>;

/** The content of every report format. Contains no property values. */
export interface Report {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: string; readonly version: string };
	/** The profile of the stacks, or `mixed`. */
	readonly profile: string;
	readonly stacks: readonly CheckedStack[];
	/** Failing and undetermined findings; with `--all`, every finding. */
	readonly findings: readonly ReportedFinding[];
	/** For each rule, the number of findings per verdict. */
	readonly counts: Readonly<Record<string, RuleCounts>>;
	readonly items: readonly ItemResult[];
	readonly coverage: Coverage;
	/** Notices that are not findings: which of several stacks was chosen, exceptions that match nothing. */
	readonly notices: readonly string[];
	readonly disabledRules: readonly string[];
	/** Rules that threw an error: the report lacks their findings, and the command exits with status 2. */
	readonly internalErrors: readonly ReportedInternalError[];
	/** The threshold of `--fail-on` and the number of undetermined findings at or above it; null without the option. */
	readonly failOn: { readonly severity: Severity; readonly failing: number } | null;
	readonly summary: {
		readonly blocking: number;
		readonly advisory: number;
		readonly suppressed: number;
		readonly undetermined: number;
		readonly items: Readonly<Record<ItemStatus, number>>;
	};
}

/** A rule's metadata, as report formats use it. */
export interface RuleDescription {
	readonly id: string;
	readonly title: string;
	readonly severity: Severity;
	readonly why: string;
	readonly fix: string;
	readonly docs: string;
	readonly category: string;
	readonly checklistItems: readonly string[];
}
