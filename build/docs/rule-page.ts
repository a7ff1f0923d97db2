import { stringify } from "yaml";
import { itemOf } from "../../checklist";
import type { Example } from "../../policies/engine/example";
import { FORMS } from "../../policies/engine/example";
import type { Rule } from "../../policies/engine/rule";
import { verdictOf } from "../../policies/rules/judge";
import { exampleSections } from "./example-section";
import { inProduction } from "./level-words";
import { lineLink } from "./line-link";
import { blocks, capital, code, fenced, generatedFrom, prose } from "./markdown";
import { optionSection } from "./option-section";
import { peersOf } from "./peers";

const DECIDED: Readonly<Record<Rule["scope"], string>> = {
	resource: "Decided for each resource by itself, before it is made.",
	stack: "Decided at the end of a preview, when the whole stack is known.",
};

function resourcesOf({ resources }: Rule): string {
	if (resources.length === 0) return "the stack as a whole";
	return resources.map((kind) => `${kind.label} (${kind.tokens.map(code).join(", ")})`).join("; ");
}

/** The page of a rule. */
export function rulePage(rule: Rule, theme: string, examples: readonly Example[], release: string): string {
	return `${blocks(
		generatedFrom(`policies/rules/${theme}/${rule.id}.ts`),
		`# ${prose(rule.title)}`,
		facts(rule, release),
		rule.checklistItems.map((id) => `- ${lineLink(id, "../checklist.md")}: ${prose(itemOf(id)?.title ?? "")}`).join("\n"),
		prose(rule.why),
		`**Fix.** ${prose(rule.fix)}`,
		`**Resources.** ${capital(resourcesOf(rule))}. ${DECIDED[rule.scope]}`,
		optionSection(rule),
		"## When not to use it",
		prose(rule.whenNotToUse),
		rule.toleratedUnknowns ? `**Unknown values.** ${prose(rule.toleratedUnknowns)}` : "",
		"One resource is excused by name, for a time, in [`readiness.yaml`](../readiness-yaml.md#exceptions):",
		fenced("yaml", exception(rule, examples)),
		"## Examples",
		exampleSections(rule, examples),
		"## Sources",
		rule.references.map((reference) => `- ${prose(reference)}`).join("\n"),
		rule.relatedRules ? `Near it in other tools: ${peersOf(rule.relatedRules)}.` : "",
	)}\n`;
}

function facts(rule: Rule, release: string): string {
	const former = rule.aliases?.length ? [`formerly ${rule.aliases.map(code).join(", ")}`] : [];
	return [
		code(rule.id),
		`severity ${rule.severity}`,
		`${inProduction(rule, release)} in production`,
		`since ${rule.since}`,
		...former,
	].join(" · ");
}

function exception(rule: Rule, examples: readonly Example[]): string {
	const failing = examples.find((example) => example.verdict === "fail");
	const resource = (failing && verdictOf(rule, failing, failing.forms?.[0] ?? FORMS[0])[0]?.name) ?? "*";
	return stringify({
		exceptions: [{ rule: rule.id, resource, owner: "who answers for it", reason: "why it may stay as it is", expires: "2027-06-30" }],
	});
}
