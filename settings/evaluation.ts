import type { Evaluation, RuleSetting } from "../policies/engine/evaluate";
import { Exceptions } from "../policies/engine/exception";
import type { Level } from "../policies/engine/finding";
import type { Rule } from "../policies/engine/rule";
import type { Settings } from "./resolve";

/** What is set for a rule outside `readiness.yaml`; it wins over the file. */
export interface Override {
	readonly level?: Level;
	readonly options?: Readonly<Record<string, unknown>>;
}

/** @param day today as `YYYY-MM-DD`, which decides whether an exception has run out */
export function evaluationOf(
	settings: Settings,
	rules: readonly Rule[],
	day: string,
	overrideOf?: (rule: Rule) => Override,
): Omit<Evaluation, "doubt" | "notUnderstood"> {
	const chosen = new Map<Rule, RuleSetting>(
		rules.map((rule) => {
			const override = overrideOf?.(rule);
			const options = Object.fromEntries(Object.entries(settings.optionsOf(rule)).map(([name, { value }]) => [name, value]));
			return [rule, { level: override?.level ?? settings.levelOf(rule).value, options: { ...options, ...override?.options } }];
		}),
	);
	return {
		rules,
		settingOf: (rule) => chosen.get(rule) as RuleSetting,
		surroundings: settings.surroundings,
		exceptions: new Exceptions(settings.exceptions, day),
	};
}

/** Today in UTC, `YYYY-MM-DD`. */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}
