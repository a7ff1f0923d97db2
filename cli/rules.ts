import { describeRules } from "./describe";
import { UsageError } from "./error";

/** The rules, for people by theme or for programs as JSON. */
export function listRules(format: string): string {
	const rules = describeRules();
	if (format === "json") return `${JSON.stringify(rules, null, 2)}\n`;
	if (format !== "text") throw new UsageError(`--format ${format}: there is no such format; it is one of text, json`);
	const width = Math.max(...rules.map((rule) => rule.id.length));
	const themes = [...new Set(rules.map((rule) => rule.theme))];
	return themes
		.map((theme) => {
			const rows = rules.filter((rule) => rule.theme === theme);
			return [
				theme,
				...rows.map(
					(rule) =>
						`  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${rule.level.padEnd(9)}  ${rule.lines.join(" ").padEnd(12)}  ${rule.title}`,
				),
				"",
			].join("\n");
		})
		.join("\n");
}
