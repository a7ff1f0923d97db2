import type { Rule } from "../../policies/engine/rule";
import type { RejectedRule } from "../../policies/rules/rejected";
import { inProduction } from "./level-words";
import { lineLink } from "./line-link";
import { blocks, capital, generatedFrom, prose, table } from "./markdown";
import { peersOf } from "./peers";

/** All rules by theme, and what was left out. */
export function ruleIndex(themes: Readonly<Record<string, readonly Rule[]>>, leftOut: readonly RejectedRule[], release: string): string {
	return `${blocks(
		generatedFrom("policies/rules/"),
		"# Rules",
		"What infrastructure decides, by theme. The last column links to the lines of [the checklist](checklist.md) that a rule informs. Every level can be set otherwise in [`readiness.yaml`](readiness-yaml.md).",
		...Object.entries(themes).map(([theme, rules]) => blocks(`## ${capital(theme)}`, ruleTable(rules, release))),
		"## Left out, and why",
		"A rule that would be wrong more often than useful is not written. These suggest themselves, or stand in other tools, and were left out on purpose.",
		table(
			["what", "why", "who has it"],
			leftOut.map((each) => [prose(each.title), prose(each.why), peersOf(each.relatedRules) || "—"]),
		),
	)}\n`;
}

function ruleTable(rules: readonly Rule[], release: string): string {
	return table(
		["rule", "holds where it passes", "severity", "in production", "lines"],
		rules.map((rule) => [
			`[${rule.id}](rules/${rule.id}.md)`,
			prose(rule.title),
			rule.severity,
			inProduction(rule, release),
			rule.checklistItems.map((id) => lineLink(id, "checklist.md")).join(", "),
		]),
	);
}
