import { sections } from "./index";
import { CHANNELS, type Line } from "./line";
import type { Section } from "./section";
import type { LineRule } from "./settle";

/** The checklist as a page in Markdown: every line, what settles it and the rules that look at it. */
export function checklistPage(rules: readonly LineRule[]): string {
	return [
		"<!-- Generated from the files in checklist/; changes made here are lost. -->",
		"",
		"# The checklist",
		"",
		"The lines of Scalekit's production-readiness checklist, in its order and in this project's words. The name in brackets after a",
		"line is the feature that it is about: where `readiness.yaml` says that the product does not use it, the line does not apply.",
		"Infrastructure rules prove a line only where nothing else is named beside them; otherwise they can break it, and the rest proves it.",
		"For L71 to L78 and K1 to K5 there is [AuthMonitoring](monitoring.md); `scalekit-readiness explain L71` tells what it brings for a line.",
		"",
		sections.map((section) => table(section, rules)).join("\n"),
	].join("\n");
}

function table(section: Section, rules: readonly LineRule[]): string {
	return [
		`## ${section.title}`,
		"",
		"| line | text | settled by | rules |",
		"| --- | --- | --- | --- |",
		...section.lines.map((line) => `| ${[line.id, textOf(line), settledBy(line), links(line, rules)].join(" | ")} |`),
		"",
	].join("\n");
}

function textOf(line: Line): string {
	const text = line.text.replace(/[\\<>|*_`[\]]/g, "\\$&");
	return line.feature ? `${text} (\`${line.feature}\`)` : text;
}

function settledBy(line: Line): string {
	return line.channels.map((channel) => CHANNELS[channel]).join(", ");
}

function links(line: Line, rules: readonly LineRule[]): string {
	const its = rules.filter((rule) => rule.lines.includes(line.id)).map((rule) => `[${rule.id}](rules/${rule.id}.md)`);
	return its.join(", ") || "—";
}
