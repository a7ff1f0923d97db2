import type { Finding } from "../policies/engine/finding";
import { groupBy } from "../policies/engine/group-by";
import { type Features, switchedOffBy } from "./features";
import { items } from "./index";
import type { Item } from "./item";
import { methodList, outcomes, ruleList, rulesOf, suppressedOn, undeterminedSummary } from "./reasons";

/** The part of a rule that the checklist uses. */
export interface ItemRule {
	readonly id: string;
	readonly checklistItems: readonly string[];
	/** True if the rule is disabled: it has no findings, and that must not count as success. */
	readonly disabled?: boolean;
}

export interface ChecklistInput {
	readonly findings: readonly Finding[];
	readonly rules: readonly ItemRule[];
	readonly features: Features;
	/** Why the check did not see everything an item concerns; such an item is never ready. Undefined if it saw everything. */
	readonly limitationOf?: (itemId: string) => string | undefined;
}

/**
 * `accepted`: all failures of the item are suppressed by exceptions in force. `open`: neither proven nor violated; more
 * evidence is needed.
 */
export type ItemStatus = "ready" | "not-ready" | "accepted" | "not-applicable" | "open";

/** The status of a checklist item, and why. */
export interface ItemResult {
	readonly id: string;
	readonly section: string;
	readonly title: string;
	readonly status: ItemStatus;
	/** What decided the status: `rule log-group-expires`, `readiness.yaml features.scim`; null for an open item. */
	readonly decidedBy: string | null;
	/** A short reason without property values. */
	readonly reason: string;
	/** True if infrastructure rules cover the item. */
	readonly coveredByRules: boolean;
}

type Decision = Pick<ItemResult, "status" | "decidedBy" | "reason">;

/** The status of all 86 items, in the order of the checklist. */
export function evaluateItems({ findings, rules, features, limitationOf }: ChecklistInput): ItemResult[] {
	const findingsByItem = groupBy(findings, ({ checklistItems }) => checklistItems);
	const rulesByItem = groupBy(rules, ({ checklistItems }) => checklistItems);
	return items.map((item) => {
		const { id, section, title } = item;
		const itsRules = rulesByItem.get(id) ?? [];
		const decision = decide(item, sorted(findingsByItem.get(id) ?? []), itsRules, features, limitationOf?.(id));
		return { id, section, title, ...decision, coveredByRules: itsRules.length > 0 };
	});
}

/** The findings of an item by their effect on its status. */
interface Sorted {
	readonly blocking: readonly Finding[];
	readonly advisory: readonly Finding[];
	readonly suppressed: readonly Finding[];
	readonly undetermined: readonly Finding[];
	readonly passed: readonly Finding[];
}

function sorted(findings: readonly Finding[]): Sorted {
	const failed = findings.filter((finding) => finding.verdict === "fail");
	const isSuppressed = (finding: Finding) => finding.exception !== undefined && !finding.exceptionExpired;
	return {
		blocking: failed.filter((finding) => finding.blocks),
		suppressed: failed.filter((finding) => !finding.blocks && isSuppressed(finding)),
		advisory: failed.filter((finding) => !finding.blocks && !isSuppressed(finding)),
		undetermined: findings.filter((finding) => finding.verdict === "undetermined"),
		passed: findings.filter((finding) => finding.verdict === "pass"),
	};
}

function decide(item: Item, sorted: Sorted, rules: readonly ItemRule[], features: Features, limitation: string | undefined): Decision {
	const off = item.feature && switchedOffBy(item.feature, features);
	const notUsed = off && `features.${off} is false in readiness.yaml`;
	if (sorted.blocking.length > 0) {
		const reason = [outcomes("fails on", sorted.blocking), ...nonBlockingFailures(sorted)].join("; ");
		return {
			status: "not-ready",
			decidedBy: rulesOf(sorted.blocking),
			reason: notUsed ? `${reason}, although ${notUsed}` : reason,
		};
	}
	if (notUsed) return { status: "not-applicable", decidedBy: `readiness.yaml features.${off}`, reason: notUsed };
	const undecided = undecidedParts(sorted, rules);
	const isAccepted = sorted.suppressed.length > 0 && sorted.advisory.length === 0 && undecided.length === 0;
	if (isAccepted && item.rulesSuffice && !limitation)
		return { status: "accepted", decidedBy: rulesOf(sorted.suppressed), reason: suppressedOn(sorted.suppressed) };
	const notProven = [...nonBlockingFailures(sorted), ...undecided];
	if (notProven.length > 0) return open(notProven.join("; "));
	const others = item.verifiedBy.filter((method) => method !== "rule");
	const remaining = item.rulesSuffice ? "" : `; still needs ${item.remainingEvidence ?? methodList(others)}`;
	if (sorted.passed.length > 0) {
		if (limitation) return open(`evaluated resources pass; ${limitation}${remaining}`);
		if (!item.rulesSuffice) return open(`infrastructure rules pass${remaining}`);
		return { status: "ready", decidedBy: rulesOf(sorted.passed), reason: outcomes("passes on", sorted.passed) };
	}
	if (rules.length > 0)
		return open(`${limitation ? `no matching resources found; ${limitation}` : "no matching resources in this stack"}${remaining}`);
	return open(`not covered by infrastructure rules${others.length > 0 ? `; needs ${methodList(others)}` : ""}`);
}

/** Failures that block nothing and still keep the item from being ready. */
function nonBlockingFailures({ advisory, suppressed }: Sorted): readonly string[] {
	return [
		...(advisory.length > 0 ? [`${outcomes("fails on", advisory)} (advisory)`] : []),
		...(suppressed.length > 0 ? [suppressedOn(suppressed)] : []),
	];
}

function undecidedParts({ undetermined }: Sorted, rules: readonly ItemRule[]): readonly string[] {
	const disabled = rules.filter((rule) => rule.disabled).map((rule) => rule.id);
	return [
		...(undetermined.length > 0 ? [undeterminedSummary(undetermined)] : []),
		...(disabled.length > 0 ? [`${ruleList(disabled)} ${disabled.length === 1 ? "is" : "are"} disabled`] : []),
	];
}

function open(reason: string): Decision {
	return { status: "open", decidedBy: null, reason };
}
