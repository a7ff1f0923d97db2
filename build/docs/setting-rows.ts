import { allowedValues, type SchemaNode } from "./schema-words";

/** A key of `readiness.yaml` as a row of a table. */
export interface SettingRow {
	/** From the top-level key downwards: `stacks.<name>.holds`. */
	readonly key: string;
	readonly meaning: string;
	readonly values: string;
}

/** Every key below a node. Where the keys are the rules' ids, one row stands for all of them. */
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

/** All rules have the same level and each its own options. */
function ruleRows(rule: SchemaNode = {}, path: string): readonly SettingRow[] {
	const level = rule.properties?.["level"] ?? {};
	return [
		{ key: `${path}.<rule>.level`, meaning: level.description ?? "", values: allowedValues(level) },
		{
			key: `${path}.<rule>.<option>`,
			meaning: "An option of the rule, for rules that have one.",
			values: "as [the rule's page](rules.md) says",
		},
	];
}
