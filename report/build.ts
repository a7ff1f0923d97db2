import type { LineResult, LineVerdict } from "../checklist/settle";
import { docsUrl } from "../policies/engine/docs";
import { countsAsFailure } from "../policies/engine/fail-on";
import type { Finding } from "../policies/engine/finding";
import type { Severity } from "../policies/engine/rule";
import type { CheckedStack, Coverage, Report, ReportedException, ReportedFinding, RuleCounts } from "./model";

/** One stack's findings. */
export interface StackFindings {
	readonly stack: CheckedStack;
	readonly findings: readonly Finding[];
}

export interface ReportInput {
	readonly version: string;
	readonly stacks: readonly StackFindings[];
	readonly lines: readonly LineResult[];
	readonly coverage: Coverage;
	readonly notices: readonly string[];
	readonly switchedOff: readonly string[];
	/** Lists passes and what does not apply one by one too. */
	readonly all: boolean;
	/** The least severity of an undetermined finding that counts as a failure. */
	readonly failOn?: Severity;
}

/** Puts what was found into the shape that every format renders. */
export function buildReport({ version, stacks, lines, coverage, notices, switchedOff, all, failOn }: ReportInput): Report {
	const counts: Record<string, Record<Finding["verdict"], number>> = {};
	const findings: ReportedFinding[] = [];
	for (const { stack, findings: found } of stacks) {
		for (const finding of found) {
			counts[finding.rule] ??= { pass: 0, fail: 0, "not-applicable": 0, unknown: 0 };
			(counts[finding.rule] as Record<Finding["verdict"], number>)[finding.verdict]++;
			if (all || finding.verdict === "fail" || finding.verdict === "unknown") findings.push(reported(finding, stack, version));
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
		lines,
		coverage,
		notices,
		switchedOff,
		strict: failOn
			? { severity: failOn, failing: stacks.flatMap((each) => each.findings).filter((each) => countsAsFailure(each, failOn)).length }
			: null,
		summary: {
			blocking: findings.filter((each) => each.blocks).length,
			advisory: findings.filter((each) => each.verdict === "fail" && !each.blocks && !isExcused(each)).length,
			excused: findings.filter((each) => each.verdict === "fail" && isExcused(each)).length,
			unknown: findings.filter((each) => each.verdict === "unknown").length,
			lines: countLines(lines),
		},
	};
}

/** True where an exception in force excuses the finding. */
export function isExcused(finding: Pick<ReportedFinding, "exception">): boolean {
	return finding.exception !== null && !finding.exception.expired;
}

function reported(finding: Finding, stack: CheckedStack, version: string): ReportedFinding {
	const { location, exception } = finding;
	return {
		rule: finding.rule,
		lines: finding.lines,
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
		because: finding.because ?? null,
		document: finding.document ?? false,
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

function countLines(lines: readonly LineResult[]): Record<LineVerdict, number> {
	const counts = { pass: 0, fail: 0, "not-applicable": 0, unknown: 0 };
	for (const line of lines) counts[line.verdict]++;
	return counts;
}
