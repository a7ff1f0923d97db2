import { stringify } from "yaml";
import { itemOf } from "../../checklist";
import type { Example } from "../../policies/engine/example";
import { FORMS } from "../../policies/engine/example";
import type { Rule } from "../../policies/engine/rule";
import { verdictOf } from "../../policies/rules/judge";
import { exampleSections } from "./example-section";
import { itemLink } from "./item-link";
import { inProduction } from "./level-words";
import { blocks, capital, code, fenced, generatedFrom, prose } from "./markdown";
import { optionSection } from "./option-section";
import { relatedRulesOf } from "./related-rules";

const EVALUATED: Readonly<Record<Rule["scope"], string>> = {
	resource: "Evaluated for each resource before it is created.",
	stack: "Evaluated at the end of a preview, for the whole stack.",
};

function resourcesOf({ resources }: Rule): string {
	if (resources.length === 0) return "the stack as a whole";
	return resources.map(({ label, tokens }) => `${label} (${tokens.map(code).join(", ")})`).join("; ");
}

/** The page of a rule. */
export function rulePage(rule: Rule, category: string, examples: readonly Example[], release: string): string {
	return `${blocks(
		generatedFrom(`policies/rules/${category}/${rule.id}.ts`),
		`# ${prose(rule.title)}`,
		facts(rule, release),
		rule.checklistItems.map((id) => `- ${itemLink(id, "../checklist.md")}: ${prose(itemOf(id)?.title ?? "")}`).join("\n"),
		prose(rule.why),
		`**Fix.** ${prose(rule.fix)}`,
		`**Resources.** ${capital(resourcesOf(rule))}. ${EVALUATED[rule.scope]}`,
		optionSection(rule),
		"## When not to use it",
		prose(rule.whenNotToUse),
		rule.toleratedUnknowns ? `**Unknown values.** ${prose(rule.toleratedUnknowns)}` : "",
		"To suppress the rule for a resource until a date, add an exception to [`readiness.yaml`](../readiness-yaml.md#exceptions):",
		fenced("yaml", exception(rule, examples)),
		"## Examples",
		exampleSections(rule, examples),
		"## References",
		rule.references.map(({ title, url }) => `- [${prose(title)}](${url})`).join("\n"),
		rule.relatedRules ? `Related rules: ${relatedRulesOf(rule.relatedRules)}.` : "",
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
		exceptions: [{ rule: rule.id, resource, owner: "responsible team", reason: "why the failure is acceptable", expires: "2027-06-30" }],
	});
}
