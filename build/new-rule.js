#!/usr/bin/env node
// Creates a rule: its file, examples, export and changelog entry. The tests fail until the rule is written.

const { spawnSync } = require("node:child_process");
const { existsSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { closest } = require("fastest-levenshtein");
const { ruleFiles } = require("./rule-files");

const RULES = "policies/rules";

const ruleFile = (id, name, since) => `import { resourceRule } from "../../engine/rule";
import { pass, undetermined } from "../../engine/verdict";
import { LogGroup } from "../../facts/resource-types";

export const ${name} = resourceRule({
	id: "${id}",
	title: "",
	checklistItems: [],
	severity: "medium",
	since: "${since}",
	resources: [LogGroup],
	why: "",
	fix: "",
	whenNotToUse: "",
	references: [],

	check(group) {
		const retention = group.read("retentionInDays");
		if (retention.isUnknown) return undetermined(retention);
		return pass();
	},
});
`;

const examplesFile = () => `import { type Example, resource, UNKNOWN } from "../../engine/example";
import { LogGroup } from "../../facts/resource-types";

export const examples: readonly Example[] = [
	{
		title: "",
		verdict: "pass",
		stack: [resource(LogGroup, "logins", { retentionInDays: 365 })],
	},
	{
		title: "",
		verdict: "fail",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", {})],
	},
	{
		title: "",
		verdict: "undetermined",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", { retentionInDays: UNKNOWN })],
	},
];
`;

/**
 * Writes the rule's files below a checkout, and returns their paths in it.
 *
 * @throws Error with a one-line message if the category is unknown, or the id is invalid or taken
 */
function newRule(root, category, id) {
	const rules = join(root, RULES);
	const categories = readdirSync(rules, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
	if (!categories.includes(category))
		throw new Error(`unknown category "${category}"; did you mean "${closest(category, categories)}"? (${categories.join(", ")})`);
	if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new Error(`invalid rule id "${id}": use lower-case words separated by hyphens`);
	const taken = ruleFiles(rules).find((file) => file.id === id);
	if (taken) throw new Error(`rule "${id}" already exists in ${RULES}/${taken.category}`);

	const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
	const index = `${RULES}/${category}/index.ts`;
	const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
	const since = /^## \[?(\d+\.\d+\.\d+)/m.exec(changelog)?.[1];
	if (!since) throw new Error('CHANGELOG.md has no version heading, such as "## 1.1.0 (unreleased)"');
	const written = {
		[`${RULES}/${category}/${id}.ts`]: ruleFile(id, name, since),
		[`${RULES}/${category}/${id}.examples.ts`]: examplesFile(),
		[index]: withExport(readFileSync(join(root, index), "utf8"), id, name),
		"CHANGELOG.md": withEntry(changelog, `- Rule \`${id}\` (${category}).`),
	};
	for (const file of [`${RULES}/${category}/${id}.ts`, `${RULES}/${category}/${id}.examples.ts`])
		if (existsSync(join(root, file))) throw new Error(`${file} already exists`);
	for (const [file, text] of Object.entries(written)) writeFileSync(join(root, file), text);
	return Object.keys(written);
}

/** A category's index with one more rule in it, at the end of its list. */
function withExport(index, id, name) {
	const end = index.lastIndexOf("]");
	const list = index.slice(0, end).trimEnd();
	const separator = /[[,]$/.test(list) ? "" : ",";
	return `import { ${name} } from "./${id}";\n${list}${separator} ${name}${index.slice(end)}`;
}

/** A changelog with one more entry at the end of its first list. */
function withEntry(changelog, entry) {
	return changelog.replace(/(### Added\n\n(?:[-\s].*\n)*?)(?=\n#|$)/, (list) => `${list.trimEnd()}\n${entry}\n`);
}

function main([category, id]) {
	const root = join(__dirname, "..");
	if (!category || !id) throw new Error("usage: npm run new-rule CATEGORY ID");
	const files = newRule(root, category, id);
	const { status } = spawnSync("npx", ["biome", "check", "--write", ...files.filter((file) => file.endsWith(".ts"))], {
		cwd: root,
		stdio: "ignore",
	});
	if (status !== 0) throw new Error("biome could not format the new files");
	console.log(`${files.join("\n")}\n\nWrite the rule and its examples, then: npm run test:rule ${id}`);
}

module.exports = { newRule };

if (require.main === module) {
	try {
		main(process.argv.slice(2));
	} catch (error) {
		console.error(error.message);
		process.exitCode = 2;
	}
}
