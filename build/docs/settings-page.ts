import type { Rule } from "../../policies/engine/rule";
import { CONFIG_VARIABLE, FILE_NAME } from "../../settings/find";
import { PROFILE_VARIABLE } from "../../settings/resolve";
import { readinessJsonSchema } from "../../settings/schema";
import { blocks, code, fenced, generatedFrom, prose, table } from "./markdown";
import type { SchemaNode } from "./schema-words";
import { settingRows } from "./setting-rows";
import { settingsExample } from "./settings-example";
import { settingsYaml } from "./settings-yaml";

/** Names the published schema for editors that look for it in the first line. */
const SCHEMA_LINE = "# yaml-language-server: $schema=node_modules/scalekit-readiness/dist/readiness.schema.json";

/** What `readiness.yaml` can say. */
export function settingsPage(rules: readonly Rule[]): string {
	const schema = readinessJsonSchema(rules) as SchemaNode;
	const ids = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
	return `${blocks(
		generatedFrom("settings/schema.ts"),
		`# ${FILE_NAME}`,
		`One file for the policy pack and the command alike. It is looked for from the program's folder upwards; ${code(CONFIG_VARIABLE)}, or ${code("--config FILE")} for the command, names it where it is somewhere else. All of it may be left out: without a file every stack is production. A key that does not exist is refused, with its line and the nearest name that does.`,
		`The profile is the one of ${code("--profile")} or, for the pack, of ${code("all.profile")} in its configuration; else the one in ${code(PROFILE_VARIABLE)}; else the first entry under ${code("stacks")} that matches.`,
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
			["key", "meaning", "values"],
			rows.map((row) => [code(row.key), prose(row.meaning), row.values]),
		),
	);
}
