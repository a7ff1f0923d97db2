import { itemOf, items, sections } from "../checklist";
import { VERIFICATION_METHODS } from "../checklist/item";
import { pageUrl } from "../policies/engine/docs";
import { rules } from "../policies/rules";
import { suggestion } from "../settings/nearest";
import { describeRule, type ListedRule } from "./describe";
import { UsageError } from "./error";
import { VERSION } from "./version";

/** Describes a rule or a checklist item. */
export function explain(name: string): string {
	const rule = rules.find((each) => each.id === name || each.aliases?.includes(name));
	if (rule) return explainRule(describeRule(rule));
	const id = name.toUpperCase();
	if (itemOf(id)) return explainItem(id);
	throw new UsageError(
		`"${name}" is neither a rule nor a checklist item${suggestion(name, [...rules.map((each) => each.id), ...items.map((item) => item.id)])}`,
	);
}

function explainRule(rule: ListedRule): string {
	const options = Object.entries(rule.options).map(
		([option, schema]) => `  ${option}: ${(schema as { description?: string }).description ?? ""}`,
	);
	const peers = Object.entries(rule.relatedRules ?? {}).map(([tool, ids]) => `${tool} ${ids.join(", ")}`);
	return [
		`${rule.id}: ${rule.title}`,
		"",
		`Severity ${rule.severity}; ${rule.level} in production; checklist ${rule.checklistItems.join(", ")}.`,
		`Resource types: ${rule.resources.join(", ") || "none; evaluates the stack as a whole"}.`,
		"",
		`Why: ${rule.why}`,
		`Fix: ${rule.fix}`,
		`When not to use it: ${rule.whenNotToUse}`,
		...(options.length > 0 ? ["", "Options:", ...options] : []),
		...(peers.length > 0 ? ["", `Related rules: ${peers.join("; ")}.`] : []),
		"",
		"References:",
		...rule.references.map(({ title, url }) => `  ${title}: ${url}`),
		`Docs: ${rule.docs}`,
		"",
	].join("\n");
}

function explainItem(id: string): string {
	const item = itemOf(id);
	if (!item) return "";
	const title = sections.find((section) => section.id === item.section)?.title ?? item.section;
	const covering = rules.filter((rule) => rule.checklistItems.includes(id)).map((rule) => `  ${rule.id}: ${rule.title}`);
	return [
		`${id}: ${item.title}`,
		"",
		`Section: ${title}.${item.feature ? ` Applies if the product uses ${item.feature} (features.${item.feature} in readiness.yaml).` : ""}`,
		`Verified by: ${item.verifiedBy.map((channel) => VERIFICATION_METHODS[channel]).join(", ")}.`,
		...(item.verifiedBy.includes("rule") && covering.length === 0 ? ["No rule covers it yet."] : []),
		...(item.docs ? [`Guide: ${item.docs}`] : []),
		...(item.remainingEvidence && covering.length > 0 ? [`Rules alone do not prove it; it still needs ${item.remainingEvidence}.`] : []),
		...(item.monitoring ? [`AuthMonitoring provides ${item.monitoring} (${pageUrl("monitoring.md", VERSION)}).`] : []),
		...(covering.length > 0 ? ["", "Rules:", ...covering] : []),
		"",
	].join("\n");
}
