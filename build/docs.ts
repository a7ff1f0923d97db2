import { checklistPage } from "../checklist/page";
import type { Example } from "../policies/engine/example";
import type { Rule } from "../policies/engine/rule";
import { categories, categoryOf, rules } from "../policies/rules";
import { rejectedRules } from "../policies/rules/rejected";
import { runbookMarkdown } from "../stacks/monitoring/runbook/markdown";
import { argsTypeFile } from "./docs/args-type";
import { generatedFrom } from "./docs/markdown";
import { LEAST } from "./docs/monitoring/default-alarms";
import { monitoringReferencePage } from "./docs/monitoring/reference-page";
import { ruleIndex } from "./docs/rule-index";
import { rulePage } from "./docs/rule-page";
import { settingsPage } from "./docs/settings-page";

export { drift } from "./docs/drift";

/** A generated page or file; the path is relative to docs/. */
export interface Page {
	readonly path: string;
	readonly text: string;
}

/**
 * Every page that is generated from the code.
 *
 * @param release the version of this package, which determines the levels of new rules
 */
export function pages(release: string): readonly Page[] {
	return [
		...rules.map((rule) => ({ path: `rules/${rule.id}.md`, text: rulePage(rule, categoryOf(rule), examplesOf(rule), release) })),
		{ path: "rules.md", text: ruleIndex(categories, rejectedRules, release) },
		{ path: "checklist.md", text: checklistPage(rules) },
		{ path: "readiness-yaml.md", text: settingsPage(rules) },
		{ path: "monitoring-reference.md", text: monitoringReferencePage() },
		{ path: "runbook.md", text: runbookPage() },
		{ path: "../stacks/monitoring/args.ts", text: argsTypeFile() },
	];
}

/** The runbook of the default options: an example of what alarms link to. */
function runbookPage(): string {
	return `${generatedFrom("stacks/monitoring/")}\n\n${runbookMarkdown(LEAST)}`;
}

/** The examples of a rule, loaded by file name, so that rules do not import them. */
function examplesOf(rule: Rule): readonly Example[] {
	return (require(`../policies/rules/${categoryOf(rule)}/${rule.id}.examples.ts`) as { examples: readonly Example[] }).examples;
}
