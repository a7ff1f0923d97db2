import { stringify } from "yaml";
import * as z from "zod";
import { defaultOptions } from "../../policies/engine/options";
import type { Rule } from "../../policies/engine/rule";
import { blocks, code, fenced, prose, table } from "./markdown";
import { allowedValues, type SchemaNode } from "./schema-words";

/** The options of a rule; undefined if it has none. */
export function optionSection(rule: Rule): string | undefined {
	const defaults = defaultOptions(rule);
	const rows = Object.entries(rule.options ?? {}).map(([name, schema]) => {
		const node = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as SchemaNode;
		return [code(name), allowedValues(node), code(JSON.stringify(defaults[name])), prose(node.description ?? "")];
	});
	if (rows.length === 0) return undefined;
	return blocks(
		"## Options",
		table(["option", "values", "default", "description"], rows),
		"Set them in [`readiness.yaml`](../readiness-yaml.md#rules). The defaults:",
		fenced("yaml", stringify({ rules: { [rule.id]: defaults } })),
	);
}
