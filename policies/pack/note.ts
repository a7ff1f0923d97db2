import type { Settings } from "../../settings/resolve";
import type { Finding } from "../engine/finding";

/**
 * The one line that a stack gets about what a preview cannot decide and what is excused, or undefined where there is
 * nothing to say. What is decided in another stack, and what infrastructure can never tell, is the report's matter.
 */
export function noteOf(findings: readonly Finding[], settings: Pick<Settings, "profile">): string | undefined {
	const open = findings.filter((each) => each.because === "later" || each.because === "hidden");
	const excused = findings.filter((each) => each.exception && !each.exceptionExpired);
	const parts = [
		open[0] &&
			`${counted(open.length, "check")} cannot be decided yet (the first: ${open[0].message}); "scalekit-readiness check" decides after the update`,
		excused.length > 0 && `${counted(excused.length, "finding")} excused by readiness.yaml`,
	].filter(Boolean);
	return parts.length > 0 ? `scalekit-readiness (${settings.profile.value}): ${parts.join("; ")}.` : undefined;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
