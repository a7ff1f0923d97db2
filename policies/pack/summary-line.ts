import type { Settings } from "../../settings/resolve";
import type { Finding } from "../engine/finding";
import { counted } from "../engine/message";
import { otherStackFailures } from "../engine/other-stack-failures";
import { unknownDocuments } from "../engine/unknown-documents";
import { safeText } from "../output/safe";

/**
 * The summary of a stack in one line: undetermined and suppressed findings, disabled rules, and the profile if a rule fails;
 * undefined if there is nothing to report. Findings of other stacks are included only if they probably fail there; the report
 * covers those that infrastructure cannot determine.
 *
 * @param broad notices about broad exceptions
 */
export function summaryLine(
	findings: readonly Finding[],
	settings: Pick<Settings, "profile" | "file" | "override">,
	disabledRules: readonly string[],
	broad: readonly string[],
): string | undefined {
	const undetermined = findings.filter((each) => each.reason === "known-after-deployment" || each.reason === "secret");
	const suppressed = findings.filter((each) => each.verdict === "fail" && each.exception && !each.exceptionExpired);
	const documents = unknownDocuments(undetermined);
	const [first] = undetermined;
	const parts = [
		settings.override,
		first &&
			`${counted(undetermined.length, "check")} ${undetermined.length === 1 ? "is" : "are"} undetermined until deployment (first: ${first.message}); afterwards run "pulumi stack export | scalekit-readiness check -"`,
		documents.length > 0 &&
			`${documents.join(", ")} unknown in a preview: run "scalekit-readiness check" on the program to evaluate the content now`,
		otherStackFailures(findings),
		disabledRules.length > 0 && `${counted(disabledRules.length, "disabled rule")} (${disabledRules.join(", ")})`,
		...broad,
		suppressed.length > 0 && `${counted(suppressed.length, "finding")} suppressed by readiness.yaml`,
	].filter(Boolean);
	const fails = findings.some((each) => each.verdict === "fail" && !suppressed.includes(each));
	if (parts.length === 0 && !fails) return undefined;
	const profile = `profile ${settings.profile.value} (${settings.profile.from})${settings.file ? "" : ", no readiness.yaml found"}`;
	return safeText(`scalekit-readiness: ${[profile, ...parts].join("; ")}.`);
}

/** The summary of a stack that the settings exclude. */
export function excludedSummary({ value, from }: NonNullable<Settings["excluded"]>): string {
	return safeText(`scalekit-readiness: this stack is excluded from checks (${from}): ${value}.`);
}
