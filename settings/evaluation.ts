import type { Evaluation, RuleSetting } from "../policies/engine/evaluate";
import { Exceptions } from "../policies/engine/exception";
import type { Level } from "../policies/engine/finding";
import type { Rule } from "../policies/engine/rule";
import type { Severity } from "../policies/engine/severity";
import type { Settings } from "./resolve";

/** Settings of a rule from outside `readiness.yaml`, which take precedence. */
export interface Override {
	readonly level?: Level;
	readonly options?: Readonly<Record<string, unknown>>;
}

/** @param day today as `YYYY-MM-DD`, for the expiry of exceptions */
export function evaluationOf(
	settings: Settings,
	rules: readonly Rule[],
	day: string,
	overrideOf?: (rule: Rule) => Override,
): Omit<Evaluation, "uncertaintyOf" | "uncoveredTypes"> {
	const chosen = new Map<Rule, RuleSetting>(
		rules.map((rule) => {
			const override = overrideOf?.(rule);
			const options = Object.fromEntries(Object.entries(settings.optionsOf(rule)).map(([name, { value }]) => [name, value]));
			const level = settings.levelOf(rule).value;
			const isOverridden = override?.level !== undefined && override.level !== level;
			const levelAt = (severity: Severity) => (isOverridden ? (override.level as Level) : settings.levelOf(rule, severity).value);
			return [rule, { level: override?.level ?? level, levelAt, options: { ...options, ...override?.options } }];
		}),
	);
	return {
		rules,
		settingOf: (rule) => chosen.get(rule) as RuleSetting,
		project: settings.project,
		exceptions: new Exceptions(settings.exceptions, day),
	};
}

/** Today in UTC, `YYYY-MM-DD`. */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}
