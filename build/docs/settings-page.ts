import type { Rule } from "../../policies/engine/rule";
import { CONFIG_VARIABLE, FILE_NAME } from "../../settings/find";
import { PROFILE_VARIABLE } from "../../settings/resolve";
import { readinessJsonSchema } from "../../settings/schema";
import { blocks, code, fenced, generatedFrom, prose, table } from "./markdown";
import type { SchemaNode } from "./schema-words";
import { settingRows } from "./setting-rows";
import { settingsExample } from "./settings-example";
import { settingsYaml } from "./settings-yaml";

/** Refers editors to the published schema. */
const SCHEMA_LINE = "# yaml-language-server: $schema=node_modules/scalekit-readiness/dist/readiness.schema.json";

/** The reference of `readiness.yaml`. */
export function settingsPage(rules: readonly Rule[]): string {
	const schema = readinessJsonSchema(rules) as SchemaNode;
	const ids = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
	return `${blocks(
		generatedFrom("settings/schema.ts"),
		`# ${FILE_NAME}`,
		`The settings of the policy pack and the command. The file is in the program's folder or a parent folder; ${code(CONFIG_VARIABLE)}, or ${code("--config FILE")} for the command, sets another path. All settings are optional: without a file every stack is production. An unknown key is an error, reported with its line and the nearest valid name.`,
		`The profile is determined by ${code("--profile")} or, for the pack, ${code("all.profile")} in its configuration; then by ${code(PROFILE_VARIABLE)}; then by the first matching entry under ${code("stacks")}.`,
		"## A complete example",
		fenced("yaml", `${SCHEMA_LINE}\n\n${settingsYaml(settingsExample, schema)}`),
		...Object.entries(schema.properties ?? {}).map(([key, node]) => keySection(key, node, ids)),
	)}\n`;
}

function keySection(key: string, node: SchemaNode, ids: ReadonlySet<string>): string {
	const rows = settingRows(node, key, ids);
	return blocks(
		`## ${key}`,
		node.description && prose(node.description),
		table(
			["key", "description", "values"],
			rows.map((row) => [code(row.key), prose(row.meaning), row.values]),
		),
	);
}
