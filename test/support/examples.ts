import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "../../policies/engine/example";
import type { Rule } from "../../policies/engine/rule";
import { categoryOf, rules } from "../../policies/rules";

export const RULES_FOLDER = join(__dirname, "../../policies/rules");

/** The examples of a rule. */
export function examplesOf(rule: Rule): readonly Example[] {
	const file = join(RULES_FOLDER, categoryOf(rule), `${rule.id}.examples.ts`);
	return (require(file) as { examples: readonly Example[] }).examples;
}

/** Every rule's every example. */
export function allExamples(): readonly { rule: Rule; example: Example }[] {
	return rules.flatMap((rule) => examplesOf(rule).map((example) => ({ rule, example })));
}

/** The files of a theme's folder. */
export function filesOf(theme: string): readonly string[] {
	return readdirSync(join(RULES_FOLDER, theme));
}
