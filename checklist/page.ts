import type { ItemRule } from "./evaluate-items";
import { sections } from "./index";
import { type Item, VERIFICATION_METHODS } from "./item";
import type { Section } from "./section";

/** The checklist as a Markdown page: every item, how it is verified, and the rules that cover it. */
export function checklistPage(rules: readonly ItemRule[]): string {
	return [
		"<!-- Generated from the files in checklist/. Do not edit. -->",
		"",
		"# Checklist",
		"",
		"The items of Scalekit's production-readiness checklist, in its order. An item that names a feature is not applicable if",
		"`readiness.yaml` declares that the product does not use that feature. Infrastructure rules prove an item only if no other",
		"verification method is listed; otherwise they find violations, and the other methods provide the proof. For L71 to L78 and K1 to",
		"K5, `scalekit-readiness explain L71` shows what [AuthMonitoring](monitoring.md) provides.",
		"",
		sections.map((section) => table(section, rules)).join("\n"),
	].join("\n");
}

function table(section: Section, rules: readonly ItemRule[]): string {
	return [
		`## ${section.title}`,
		"",
		"| id | item | verified by | rules |",
		"| --- | --- | --- | --- |",
		...section.items.map((item) => `| ${[item.id, titleOf(item), methods(item), links(item, rules)].join(" | ")} |`),
		"",
	].join("\n");
}

function titleOf(item: Item): string {
	const title = item.title.replace(/[\\<>|*_`[\]]/g, "\\$&");
	const guide = item.docs ? ` ([guide](${item.docs}))` : "";
	return `${title}${guide}${item.feature ? ` (\`${item.feature}\`)` : ""}`;
}

function methods(item: Item): string {
	return item.verifiedBy.map((method) => VERIFICATION_METHODS[method]).join(", ");
}

function links(item: Item, rules: readonly ItemRule[]): string {
	const covering = rules.filter((rule) => rule.checklistItems.includes(item.id)).map((rule) => `[${rule.id}](rules/${rule.id}.md)`);
	return covering.join(", ") || "—";
}
