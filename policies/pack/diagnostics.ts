import { docsUrl } from "../engine/docs";
import type { Finding } from "../engine/finding";
import { shortMessage } from "../engine/message";
import { safeValue } from "../output/safe";

/** The CLI's limit is 4 MiB per message; the rest is reserved for the frame. */
const MAX_BYTES = 3.5 * 1024 * 1024;
/** Names, level and protobuf overhead of a message. */
const OVERHEAD = 200;

const CHECK_PROGRAM = 'Run "scalekit-readiness check" on the program, which evaluates most values that are unknown in a preview.';

/** A diagnostic that the CLI prints; its texts are safe to print. */
export interface Diagnostic {
	readonly finding: Pick<Finding, "rule" | "level" | "severity" | "urn">;
	readonly message: string;
}

/**
 * The diagnostics for failing findings, within the CLI's size limit; every failing rule has at least one.
 *
 * @param undetermined undetermined findings that count as failures, and their level
 * @param broken internal errors of rules, which are reported at the level of the rule
 */
export function diagnosticsOf(
	findings: readonly Finding[],
	undetermined: readonly { readonly finding: Finding; readonly level: Finding["level"] }[],
	broken: readonly Finding[],
	release: string,
): readonly Diagnostic[] {
	const diagnostics: readonly Diagnostic[] = [
		...findings.map(safeValue).map((finding) => ({ finding, message: messageOf(finding, release) })),
		...undetermined.map(({ finding, level }) => {
			const safe = safeValue({ ...finding, level });
			return { finding: safe, message: undeterminedMessage(safe, release) };
		}),
		...broken.map(safeValue).map((finding) => ({ finding, message: internalErrorMessage(finding, release) })),
	];
	if (sizeOf(diagnostics) <= MAX_BYTES) return diagnostics;
	const byRule = new Map<string, Diagnostic[]>();
	for (const each of diagnostics) {
		const group = byRule.get(each.finding.rule);
		if (group) group.push(each);
		else byRule.set(each.finding.rule, [each]);
	}
	const share = MAX_BYTES / byRule.size;
	return [...byRule.values()].flatMap((group) => {
		const kept = Math.max(1, Math.floor(share / (sizeOf(group) / group.length)) - 1);
		const [first] = group;
		if (kept >= group.length || !first) return group;
		const rest = `${group.length - kept} more resources violate this rule; run "scalekit-readiness check" on the preview or the state to list them.`;
		return [...group.slice(0, kept), { finding: { ...first.finding, urn: "" }, message: rest }];
	});
}

function sizeOf(diagnostics: readonly Diagnostic[]): number {
	return diagnostics.reduce((sum, { finding, message }) => sum + Buffer.byteLength(message) + finding.urn.length + OVERHEAD, 0);
}

function undeterminedMessage(finding: Finding, release: string): string {
	return `undetermined: ${shortMessage(finding)}.\nFix: ${CHECK_PROGRAM}\nChecklist ${finding.checklistItems.join(", ")}; docs: ${docsUrl(finding.rule, release)}`;
}

function internalErrorMessage(finding: Finding, release: string): string {
	return `${shortMessage(finding)}.\nFix: Please report it; to update without this rule, set its level to disabled in readiness.yaml.\nChecklist ${finding.checklistItems.join(", ")}; docs: ${docsUrl(finding.rule, release)}`;
}

/** The finding, its fix and its docs page, one line each. */
function messageOf(finding: Finding, release: string): string {
	const where = finding.property ? ` (${finding.property})` : "";
	const expired =
		finding.exceptionExpired && finding.exception
			? ` Its exception expired on ${finding.exception.expires} (${finding.exception.source}).`
			: "";
	return `${shortMessage(finding)}${where}.${expired}\nFix: ${finding.fix}\nChecklist ${finding.checklistItems.join(", ")}; docs: ${docsUrl(finding.rule, release)}`;
}
