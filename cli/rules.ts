import { describeRules } from "./describe";
import { UsageError } from "./error";

/** The list of rules, as text by category or as JSON. */
export function listRules(format: string): string {
	const rules = describeRules();
	if (format === "json") return `${JSON.stringify(rules, null, 2)}\n`;
	if (format !== "text") throw new UsageError(`--format ${format}: unknown format; must be one of text, json`);
	const width = Math.max(...rules.map((rule) => rule.id.length));
	const categories = [...new Set(rules.map((rule) => rule.category))];
	return categories
		.map((category) => {
			const rows = rules.filter((rule) => rule.category === category);
			return [
				category,
				...rows.map(
					(rule) =>
						`  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${rule.level.padEnd(9)}  ${rule.checklistItems.join(" ").padEnd(12)}  ${rule.title}`,
				),
				"",
			].join("\n");
		})
		.join("\n");
}
