import type { Settings } from "../../settings/resolve";
import type { Finding } from "../engine/finding";
import { otherStackFailures } from "../engine/other-stack-failures";
import { unknownDocuments } from "../engine/unknown-documents";

/**
 * The one line that a stack gets about what a preview cannot decide and what is excused, or undefined where there is
 * nothing to say: where something fails, by which profile, too. What is decided in another stack is told where it would fail; what infrastructure can never tell is the report's matter.
 */
export function summaryLine(
	findings: readonly Finding[],
	settings: Pick<Settings, "profile" | "file" | "override">,
	switchedOff: readonly string[],
	wide: readonly string[],
): string | undefined {
	const open = findings.filter((each) => each.reason === "known-after-deployment" || each.reason === "secret");
	const excused = findings.filter((each) => each.verdict === "fail" && each.exception && !each.exceptionExpired);
	const documents = unknownDocuments(open);
	const parts = [
		settings.override,
		open[0] &&
			`${counted(open.length, "check")} cannot be decided yet (the first: ${open[0].message}); "scalekit-readiness check" decides after the update`,
		documents.length > 0 &&
			`${documents.join(", ")} ${documents.length === 1 ? "is" : "are"} unknown as a whole: "scalekit-readiness check" on the program decides now`,
		otherStackFailures(findings),
		switchedOff.length > 0 && `${counted(switchedOff.length, "rule")} switched off (${switchedOff.join(", ")})`,
		...wide,
		excused.length > 0 && `${counted(excused.length, "finding")} excused by readiness.yaml`,
	].filter(Boolean);
	const failing = findings.some((each) => each.verdict === "fail" && !excused.includes(each));
	if (parts.length === 0 && !failing) return undefined;
	const checked = `scalekit-readiness: checked as ${settings.profile.value} (${settings.profile.from}), ${settings.file ? "by readiness.yaml" : "no readiness.yaml found"}`;
	return `${[checked, ...parts].join("; ")}.`;
}

/** What a stack gets that the settings exclude. */
export function excludedSummary({ value, from }: NonNullable<Settings["excluded"]>): string {
	return `scalekit-readiness: this stack is excluded (${from}): ${value}; nothing of it was checked.`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
