import { docsUrl } from "../engine/docs";
import type { Finding } from "../engine/finding";

/** The CLI's proxy takes 4 MiB at most; the rest is room for the frame. */
const MAX_BYTES = 3.5 * 1024 * 1024;
/** Names, level and the protobuf's own bytes around a message. */
const OVERHEAD = 200;

const DECIDE = 'Run "scalekit-readiness check" on the program, which decides most of what is unknown at a preview.';

/** What the CLI prints of one failing finding. */
export interface Diagnostic {
	readonly finding: Pick<Finding, "rule" | "level" | "severity" | "urn">;
	readonly message: string;
}

/**
 * What the CLI prints of failing findings, within what it can take: however many there are, each rule that fails is told.
 *
 * @param undetermined findings that count as failures, and how they are reported
 */
export function diagnosticsOf(
	findings: readonly Finding[],
	undetermined: readonly { readonly finding: Finding; readonly level: Finding["level"] }[],
	release: string,
): readonly Diagnostic[] {
	const told: readonly Diagnostic[] = [
		...findings.map((finding) => ({ finding, message: messageOf(finding, release) })),
		...undetermined.map(({ finding, level }) => ({
			finding: { ...finding, level },
			message: undeterminedMessage(finding, release),
		})),
	];
	if (sizeOf(told) <= MAX_BYTES) return told;
	const byRule = new Map<string, Diagnostic[]>();
	for (const each of told) {
		const group = byRule.get(each.finding.rule);
		if (group) group.push(each);
		else byRule.set(each.finding.rule, [each]);
	}
	const share = MAX_BYTES / byRule.size;
	return [...byRule.values()].flatMap((group) => {
		const kept = Math.max(1, Math.floor(share / (sizeOf(group) / group.length)) - 1);
		const [first] = group;
		if (kept >= group.length || !first) return group;
		const rest = `${group.length - kept} more resources break this rule; "scalekit-readiness check" on the preview or the state lists them all.`;
		return [...group.slice(0, kept), { finding: { ...first.finding, urn: "" }, message: rest }];
	});
}

function sizeOf(told: readonly Diagnostic[]): number {
	return told.reduce((sum, { finding, message }) => sum + Buffer.byteLength(message) + finding.urn.length + OVERHEAD, 0);
}

function undeterminedMessage(finding: Finding, release: string): string {
	return `undetermined: ${finding.message}.\nFix: ${DECIDE}\nChecklist ${finding.checklistItems.join(", ")}; docs: ${docsUrl(finding.rule, release)}`;
}

/** The finding, the fix and the page, on a line each. */
function messageOf(finding: Finding, release: string): string {
	const where = finding.property ? ` (${finding.property})` : "";
	const lapsed =
		finding.exceptionExpired && finding.exception
			? ` Its exception ran out on ${finding.exception.expires} (${finding.exception.source}).`
			: "";
	return `${finding.message}${where}.${lapsed}\nFix: ${finding.fix}\nChecklist ${finding.checklistItems.join(", ")}; docs: ${docsUrl(finding.rule, release)}`;
}
