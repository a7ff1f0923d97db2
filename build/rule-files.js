const { existsSync, readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

/** The files that define a rule, as `{ theme, id }`; the file's name is the rule's id. */
function ruleFiles(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name: theme }) =>
			readdirSync(join(folder, theme))
				.filter((file) => /(?<!\.examples)\.ts$/.test(file))
				.filter((file) => /= (?:stackRule|resourceRule)\(/.test(readFileSync(join(folder, theme, file), "utf8")))
				.map((file) => ({ theme, id: file.replace(/\.ts$/, "") })),
		);
}

/**
 * What keeps a rule from being checked: it is not exported, or it has no examples. A rule that nothing loads fails no test.
 *
 * @param folder holds a folder for each theme
 * @param exported the ids of the rules that the pack has
 */
function defectsOf(folder, exported) {
	return ruleFiles(folder).flatMap(({ theme, id }) => [
		...(exported.includes(id) ? [] : [`${theme}/${id}.ts: the rule is not exported: add it to ${theme}/index.ts`]),
		...(existsSync(join(folder, theme, `${id}.examples.ts`)) ? [] : [`${theme}/${id}.ts: there is no ${id}.examples.ts`]),
	]);
}

module.exports = { defectsOf, ruleFiles };
