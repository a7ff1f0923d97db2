import * as z from "zod";
import { allowedValues, type SchemaNode } from "../../build/docs/schema-words";
import { defaultOptions } from "../../policies/engine/options";
import type { Rule } from "../../policies/engine/rule";
import { rules } from "../../policies/rules";

/** The settings of rules in `readiness.yaml`. A change breaks users' files: it needs an alias and a changelog entry. */
function surfaceOf(rule: Rule): object {
	const defaults = defaultOptions(rule);
	const options = Object.entries(rule.options ?? {}).map(([name, schema]) => {
		const node = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as SchemaNode;
		return [name, `${allowedValues(node)}; ${JSON.stringify(defaults[name])} by default`] as const;
	});
	return { since: rule.since, severity: rule.severity, aliases: rule.aliases ?? [], options: Object.fromEntries(options) };
}

it("rules and options are unchanged", () => {
	expect(Object.fromEntries(rules.map((rule) => [rule.id, surfaceOf(rule)]))).toMatchSnapshot();
});

it("no rule takes the name that another one had", () => {
	const names = rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]);
	expect(new Set(names).size).toBe(names.length);
});
