import { docsUrl } from "../policies/engine/docs";
import { defaultLevel, PRODUCTION } from "../policies/engine/level";
import type { Rule } from "../policies/engine/rule";
import { declare } from "../policies/pack/manifest";
import { rules, themeOf } from "../policies/rules";
import type { RuleDescription } from "../report/model";
import { VERSION } from "./version";

/** A rule as `rules --format json` lists it. */
export interface ListedRule extends RuleDescription {
	/** What a failure does in production where nobody says otherwise. */
	readonly level: string;
	readonly scope: Rule["scope"];
	readonly resources: readonly string[];
	/** JSON Schema of each option. */
	readonly options: Readonly<Record<string, object>>;
	readonly peers: Rule["peers"];
	readonly whenNotToUse: string;
	readonly references: readonly string[];
	readonly since: string;
}

/** Every rule, in the order of the themes. */
export function describeRules(): readonly ListedRule[] {
	return rules.map(describeRule);
}

export function describeRule(rule: Rule): ListedRule {
	return {
		id: rule.id,
		title: rule.title,
		lines: rule.lines,
		theme: themeOf(rule),
		severity: rule.severity,
		level: defaultLevel(rule, PRODUCTION, VERSION),
		scope: rule.scope,
		resources: rule.resources.flatMap((kind) => kind.tokens),
		options: declare(rule, themeOf(rule), VERSION).configSchema?.properties ?? {},
		peers: rule.peers ?? {},
		why: rule.why,
		fix: rule.fix,
		whenNotToUse: rule.whenNotToUse,
		references: rule.references,
		since: rule.since,
		docs: docsUrl(rule.id, VERSION),
	};
}
