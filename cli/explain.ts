import { lineOf, lines, sections } from "../checklist";
import { CHANNELS } from "../checklist/line";
import { pageUrl } from "../policies/engine/docs";
import { rules } from "../policies/rules";
import { suggestion } from "../settings/nearest";
import { describeRule, type ListedRule } from "./describe";
import { UsageError } from "./error";
import { VERSION } from "./version";

/** What a rule or a line is about, for people. */
export function explain(name: string): string {
	const rule = rules.find((each) => each.id === name || each.aliases?.includes(name));
	if (rule) return explainRule(describeRule(rule));
	const id = name.toUpperCase();
	if (lineOf(id)) return explainLine(id);
	throw new UsageError(
		`there is no rule and no line "${name}"${suggestion(name, [...rules.map((each) => each.id), ...lines.map((line) => line.id)])}`,
	);
}

function explainRule(rule: ListedRule): string {
	const options = Object.entries(rule.options).map(
		([option, schema]) => `  ${option}: ${(schema as { description?: string }).description ?? ""}`,
	);
	const peers = Object.entries(rule.peers ?? {}).map(([tool, ids]) => `${tool} ${ids.join(", ")}`);
	return [
		`${rule.id}: ${rule.title}`,
		"",
		`Severity ${rule.severity}; ${rule.level} in production; line ${rule.lines.join(", ")}.`,
		`Looks at: ${rule.resources.join(", ") || "the stack as a whole"}.`,
		"",
		`Why: ${rule.why}`,
		`Fix: ${rule.fix}`,
		`When not to use it: ${rule.whenNotToUse}`,
		...(options.length > 0 ? ["", "Options:", ...options] : []),
		...(peers.length > 0 ? ["", `Near it in other tools: ${peers.join("; ")}.`] : []),
		"",
		`Sources: ${rule.references.join("; ")}.`,
		`Docs: ${rule.docs}`,
		"",
	].join("\n");
}

function explainLine(id: string): string {
	const line = lineOf(id);
	if (!line) return "";
	const title = sections.find((section) => section.id === line.section)?.title ?? line.section;
	const its = rules.filter((rule) => rule.lines.includes(id)).map((rule) => `  ${rule.id}: ${rule.title}`);
	return [
		`${id}: ${line.text}`,
		"",
		`Section: ${title}.${line.feature ? ` Applies where the product uses ${line.feature} (features.${line.feature} in readiness.yaml).` : ""}`,
		`Settled by: ${line.channels.map((channel) => CHANNELS[channel]).join(", ")}.`,
		...(line.channels.includes("rule") && its.length === 0 ? ["No rule looks at it yet."] : []),
		...(line.still && its.length > 0 ? [`Rules alone do not prove it; it still needs ${line.still}.`] : []),
		...(line.monitoring ? [`AuthMonitoring brings ${line.monitoring} (${pageUrl("monitoring.md", VERSION)}).`] : []),
		...(its.length > 0 ? ["", "Rules that look at it:", ...its] : []),
		"",
	].join("\n");
}
