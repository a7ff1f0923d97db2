import { docsUrl } from "../policies/engine/docs";
import { defaultLevel, PRODUCTION } from "../policies/engine/level";
import type { Rule } from "../policies/engine/rule";
import { declare } from "../policies/pack/manifest";
import { categoryOf, rules } from "../policies/rules";
import type { RuleDescription } from "../report/model";
import { VERSION } from "./version";

/** A rule in the output of `rules --format json`. */
export interface ListedRule extends RuleDescription {
	/** The default level in production. */
	readonly level: string;
	readonly scope: Rule["scope"];
	readonly resources: readonly string[];
	/** JSON Schema of each option. */
	readonly options: Readonly<Record<string, object>>;
	readonly relatedRules: Rule["relatedRules"];
	readonly whenNotToUse: string;
	readonly references: Rule["references"];
	readonly since: string;
}

/** All rules by category. */
export function describeRules(): readonly ListedRule[] {
	return rules.map(describeRule);
}

export function describeRule(rule: Rule): ListedRule {
	return {
		id: rule.id,
		title: rule.title,
		checklistItems: rule.checklistItems,
		category: categoryOf(rule),
		severity: rule.severity,
		level: defaultLevel(rule, PRODUCTION, VERSION),
		scope: rule.scope,
		resources: rule.resources.flatMap(({ tokens }) => tokens),
		options: declare(rule, categoryOf(rule), VERSION).configSchema?.properties ?? {},
		relatedRules: rule.relatedRules ?? {},
		why: rule.why,
		fix: rule.fix,
		whenNotToUse: rule.whenNotToUse,
		references: rule.references,
		since: rule.since,
		docs: docsUrl(rule.id, VERSION),
	};
}
