import type { Finding } from "../policies/engine/finding";
import { doing, excusedOn, inWords, named, rulesOf, undecidedOf } from "./because";
import { type Features, switchedOffBy } from "./features";
import { lines } from "./index";
import type { Line } from "./line";

/** A rule as far as the checklist needs it. */
export interface LineRule {
	readonly id: string;
	readonly lines: readonly string[];
	/** True where the rule is switched off: it says nothing then, and its silence must not look like success. */
	readonly off?: boolean;
}

export interface SettleInput {
	readonly findings: readonly Finding[];
	readonly rules: readonly LineRule[];
	readonly features: Features;
	/** Why not everything of a line was seen; then it does not pass, since what was not seen may be what is wrong. */
	readonly unseen?: (line: string) => string | undefined;
}

export type LineVerdict = "pass" | "fail" | "not-applicable" | "unknown";

/** What is known of a line, and how. */
export interface LineResult {
	readonly id: string;
	readonly section: string;
	readonly text: string;
	readonly verdict: LineVerdict;
	/** Who decided it: `rule log-group-expires`, `readiness.yaml features.scim`; null where nobody did. */
	readonly settledBy: string | null;
	/** A short reason without any property's value. */
	readonly because: string;
}

type Decision = Pick<LineResult, "verdict" | "settledBy" | "because">;

/** What the findings say of each of the 86 lines, in the checklist's order. */
export function settle({ findings, rules, features, unseen }: SettleInput): LineResult[] {
	const findingsFor = byLine(findings);
	const rulesFor = byLine(rules);
	return lines.map((line) => {
		const { id, section, text } = line;
		return { id, section, text, ...decide(line, sorted(findingsFor.get(id) ?? []), rulesFor.get(id) ?? [], features, unseen?.(id)) };
	});
}

function byLine<T extends { readonly lines: readonly string[] }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
	const index = new Map<string, T[]>();
	for (const each of all) {
		for (const line of each.lines) {
			const known = index.get(line);
			if (known) known.push(each);
			else index.set(line, [each]);
		}
	}
	return index;
}

/** The findings of a line by what they mean for it. */
interface Sorted {
	readonly blocking: readonly Finding[];
	readonly advised: readonly Finding[];
	readonly excused: readonly Finding[];
	readonly undecided: readonly Finding[];
	readonly passed: readonly Finding[];
}

function sorted(findings: readonly Finding[]): Sorted {
	const failed = findings.filter((finding) => finding.verdict === "fail");
	const isExcused = (finding: Finding) => finding.exception !== undefined && !finding.exceptionExpired;
	return {
		blocking: failed.filter((finding) => finding.blocks),
		excused: failed.filter((finding) => !finding.blocks && isExcused(finding)),
		advised: failed.filter((finding) => !finding.blocks && !isExcused(finding)),
		undecided: findings.filter((finding) => finding.verdict === "unknown"),
		passed: findings.filter((finding) => finding.verdict === "pass"),
	};
}

function decide(line: Line, said: Sorted, rules: readonly LineRule[], features: Features, unseen: string | undefined): Decision {
	const off = line.feature && switchedOffBy(line.feature, features);
	const notUsed = off && `features.${off} in readiness.yaml says that this product does not use it`;
	if (said.blocking.length > 0) {
		const because = [doing("fails on", said.blocking), ...concessions(said)].join("; ");
		return { verdict: "fail", settledBy: rulesOf(said.blocking), because: notUsed ? `${because}, although ${notUsed}` : because };
	}
	if (notUsed) return { verdict: "not-applicable", settledBy: `readiness.yaml features.${off}`, because: notUsed };
	const open = [...concessions(said), ...gaps(said, rules)];
	if (open.length > 0) return unsettled(open.join("; "));
	const others = line.channels.filter((channel) => channel !== "rule");
	const still = line.rulesSuffice ? "" : `; still needs ${line.still ?? inWords(others)}`;
	if (said.passed.length > 0) {
		if (!line.rulesSuffice) return unsettled(`${unseen ? `what was seen passes; ${unseen}` : "infrastructure part passes"}${still}`);
		if (unseen) return unsettled(`what was seen passes; ${unseen}`);
		return { verdict: "pass", settledBy: rulesOf(said.passed), because: doing("passes on", said.passed) };
	}
	if (rules.length > 0)
		return unsettled(`${unseen ? `nothing that was seen matches; ${unseen}` : "nothing to look at in this stack"}${still}`);
	return unsettled(`no rule looks at this${others.length > 0 ? `; settled by ${inWords(others)}` : ""}`);
}

/** What fails without stopping anything, and yet is no success. */
function concessions({ advised, excused }: Sorted): readonly string[] {
	return [...(advised.length > 0 ? [`${doing("fails on", advised)}, as advice`] : []), ...(excused.length > 0 ? [excusedOn(excused)] : [])];
}

/** What was not decided. */
function gaps({ undecided }: Sorted, rules: readonly LineRule[]): readonly string[] {
	const off = rules.filter((rule) => rule.off).map((rule) => rule.id);
	return [
		...(undecided.length > 0 ? [undecidedOf(undecided)] : []),
		...(off.length > 0 ? [`${named(off)} ${off.length === 1 ? "is" : "are"} switched off`] : []),
	];
}

function unsettled(because: string): Decision {
	return { verdict: "unknown", settledBy: null, because };
}
