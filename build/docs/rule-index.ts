import type { Rule } from "../../policies/engine/rule";
import type { RejectedRule } from "../../policies/rules/rejected";
import { itemLink } from "./item-link";
import { inProduction } from "./level-words";
import { blocks, capital, generatedFrom, prose, table } from "./markdown";
import { relatedRulesOf } from "./related-rules";

/** All rules by category, and the rejected rules. */
export function ruleIndex(
	categories: Readonly<Record<string, readonly Rule[]>>,
	rejected: readonly RejectedRule[],
	release: string,
): string {
	return `${blocks(
		generatedFrom("policies/rules/"),
		"# Rules",
		"Infrastructure rules by category. The last column links to the [checklist](checklist.md) items that a rule covers. [`readiness.yaml`](readiness-yaml.md) can override each level.",
		...Object.entries(categories).map(([category, rules]) => blocks(`## ${capital(category)}`, ruleTable(rules, release))),
		"## Rejected rules",
		"Rules that seem obvious or exist in other tools, but were rejected because they would cause too many false positives.",
		table(
			["rule", "reason", "tools with this rule"],
			rejected.map((each) => [prose(each.title), prose(each.why), relatedRulesOf(each.relatedRules) || "—"]),
		),
	)}\n`;
}

function ruleTable(rules: readonly Rule[], release: string): string {
	return table(
		["rule", "requirement", "severity", "level in production", "checklist"],
		rules.map((rule) => [
			`[${rule.id}](rules/${rule.id}.md)`,
			prose(rule.title),
			rule.severity,
			inProduction(rule, release),
			rule.checklistItems.map((id) => itemLink(id, "checklist.md")).join(", "),
		]),
	);
}
