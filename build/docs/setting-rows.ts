import { allowedValues, type SchemaNode } from "./schema-words";

/** A key of `readiness.yaml` as a row of a table. */
export interface SettingRow {
	/** The path from the top-level key: `stacks.<name>.components`. */
	readonly key: string;
	readonly meaning: string;
	readonly values: string;
}

/** All keys below a node. If the keys are rule ids, there is one row for all rules. */
export function settingRows(node: SchemaNode, path: string, ruleIds: ReadonlySet<string>): readonly SettingRow[] {
	if (node.items) return settingRows(node.items, `${path}[]`, ruleIds);
	const names = Object.keys(node.properties ?? {});
	const [first] = names;
	if (first !== undefined && names.every((name) => ruleIds.has(name))) return ruleRows(node.properties?.[first], path);
	const own = names.flatMap((name) => below(node.properties?.[name], `${path}.${name}`, ruleIds, node.required?.includes(name)));
	const named = typeof node.additionalProperties === "object" ? below(node.additionalProperties, `${path}.<name>`, ruleIds) : [];
	return [...own, ...named];
}

function below(node: SchemaNode = {}, path: string, ruleIds: ReadonlySet<string>, required = false): readonly SettingRow[] {
	const inner =
		node.type === "array" && node.items?.type === "object" ? settingRows(node.items, path, ruleIds) : settingRows(node, path, ruleIds);
	if (inner.length > 0) return inner;
	const values = node.enum?.every((id) => ruleIds.has(String(id))) ? "the id of [a rule](rules.md)" : allowedValues(node);
	return [{ key: path, meaning: node.description ?? "", values: required ? `${values}; required` : values }];
}

/** The rows for all rules: the level, and their own options. */
function ruleRows(rule: SchemaNode = {}, path: string): readonly SettingRow[] {
	const level = rule.properties?.["level"] ?? {};
	return [
		{ key: `${path}.<rule>.level`, meaning: level.description ?? "", values: allowedValues(level) },
		{
			key: `${path}.<rule>.<option>`,
			meaning: "An option of the rule.",
			values: "see [the rule's page](rules.md)",
		},
	];
}
