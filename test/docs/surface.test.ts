import * as z from "zod";
import { allowedValues, type SchemaNode } from "../../build/docs/schema-words";
import { defaultOptions } from "../../policies/engine/options";
import type { Rule } from "../../policies/engine/rule";
import { rules } from "../../policies/rules";

/** What people write into `readiness.yaml` of a rule. A change here is a change for them: it takes an alias, and a line in the changelog. */
function surfaceOf(rule: Rule): object {
	const defaults = defaultOptions(rule);
	const options = Object.entries(rule.options ?? {}).map(([name, schema]) => {
		const node = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as SchemaNode;
		return [name, `${allowedValues(node)}; ${JSON.stringify(defaults[name])} by default`] as const;
	});
	return { since: rule.since, severity: rule.severity, aliases: rule.aliases ?? [], options: Object.fromEntries(options) };
}

it("the rules and their options are the ones that people know", () => {
	expect(Object.fromEntries(rules.map((rule) => [rule.id, surfaceOf(rule)]))).toMatchSnapshot();
});

it("no rule takes the name that another one had", () => {
	const names = rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]);
	expect(new Set(names).size).toBe(names.length);
});
