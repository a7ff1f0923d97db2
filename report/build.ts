import type { ItemResult, ItemStatus } from "../checklist/evaluate-items";
import { docsUrl } from "../policies/engine/docs";
import { countsAsFailure } from "../policies/engine/fail-on";
import type { Finding } from "../policies/engine/finding";
import type { Severity } from "../policies/engine/severity";
import type { CheckedStack, Coverage, Report, ReportedException, ReportedFinding, RuleCounts } from "./model";

/** The findings of one stack. */
export interface StackFindings {
	readonly stack: CheckedStack;
	readonly findings: readonly Finding[];
}

export interface ReportInput {
	readonly version: string;
	readonly stacks: readonly StackFindings[];
	readonly items: readonly ItemResult[];
	readonly coverage: Coverage;
	readonly notices: readonly string[];
	readonly disabledRules: readonly string[];
	/** Includes the stack traces of internal errors. */
	readonly debug: boolean;
	/** Includes findings that pass or are not applicable. */
	readonly all: boolean;
	/** The lowest severity at which an undetermined finding counts as a failure. */
	readonly failOn?: Severity;
}

/** Builds the report that every format renders. */
export function buildReport({ version, stacks, items, coverage, notices, disabledRules, debug, all, failOn }: ReportInput): Report {
	const counts: Record<string, Record<Finding["verdict"], number>> = {};
	const findings: ReportedFinding[] = [];
	for (const { stack, findings: found } of stacks) {
		for (const finding of found) {
			counts[finding.rule] ??= { pass: 0, fail: 0, "not-applicable": 0, undetermined: 0 };
			(counts[finding.rule] as Record<Finding["verdict"], number>)[finding.verdict]++;
			if (all || finding.verdict === "fail" || finding.verdict === "undetermined") findings.push(reported(finding, stack, version));
		}
	}
	const profiles = new Set(stacks.map(({ stack }) => stack.profile));
	return {
		schemaVersion: 1,
		tool: { name: "scalekit-readiness", version },
		profile: profiles.size === 1 ? ([...profiles][0] as string) : "mixed",
		stacks: stacks.map(({ stack }) => stack),
		findings,
		counts: counts as Record<string, RuleCounts>,
		items,
		coverage,
		notices,
		disabledRules,
		internalErrors: stacks.flatMap(({ findings: found }) =>
			found.flatMap(({ rule, urn, message, errorStack }) => (errorStack ? [{ rule, urn, message, stack: debug ? errorStack : null }] : [])),
		),
		failOn: failOn
			? { severity: failOn, failing: stacks.flatMap((each) => each.findings).filter((each) => countsAsFailure(each, failOn)).length }
			: null,
		summary: {
			blocking: findings.filter((each) => each.blocks).length,
			advisory: findings.filter((each) => each.verdict === "fail" && !each.blocks && !isSuppressed(each)).length,
			suppressed: findings.filter((each) => each.verdict === "fail" && isSuppressed(each)).length,
			undetermined: findings.filter((each) => each.verdict === "undetermined").length,
			items: countItems(items),
		},
	};
}

/** True if an exception in force suppresses the finding. */
export function isSuppressed(finding: Pick<ReportedFinding, "exception">): boolean {
	return finding.exception !== null && !finding.exception.expired;
}

function reported(finding: Finding, stack: CheckedStack, version: string): ReportedFinding {
	const { location, exception } = finding;
	return {
		rule: finding.rule,
		checklistItems: finding.checklistItems,
		verdict: finding.verdict,
		severity: finding.severity,
		level: finding.level,
		blocks: finding.blocks,
		urn: finding.urn,
		type: finding.type,
		name: finding.name,
		property: finding.property ?? null,
		message: finding.message,
		fix: finding.fix ?? null,
		reason: finding.reason ?? null,
		wholeDocument: finding.wholeDocument ?? false,
		docs: docsUrl(finding.rule, version),
		location: location ? { file: location.file, line: location.line, column: location.column ?? null } : null,
		exception: exception ? reportedException(exception, finding.exceptionExpired === true) : null,
		stack: {
			path: stack.path,
			kind: stack.kind,
			project: stack.project,
			stack: stack.stack,
			profile: stack.profile,
			settings: stack.settings,
		},
	};
}

function reportedException({ owner, reason, expires, source }: NonNullable<Finding["exception"]>, expired: boolean): ReportedException {
	return { owner, reason, expires, source: source ?? null, expired };
}

function countItems(items: readonly ItemResult[]): Record<ItemStatus, number> {
	const counts = { ready: 0, "not-ready": 0, accepted: 0, "not-applicable": 0, open: 0 };
	for (const { status } of items) counts[status]++;
	return counts;
}
