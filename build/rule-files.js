const { existsSync, readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

/** The files that define a rule, as `{ category, id }`; the file's name is the rule's id. */
function ruleFiles(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name: category }) =>
			readdirSync(join(folder, category))
				.filter((file) => /(?<!\.examples)\.ts$/.test(file))
				.filter((file) => /= (?:stackRule|resourceRule)\(/.test(readFileSync(join(folder, category, file), "utf8")))
				.map((file) => ({ category, id: file.replace(/\.ts$/, "") })),
		);
}

/**
 * Problems that would leave a rule untested: it is not exported, or it has no examples.
 *
 * @param folder contains a folder for each category
 * @param exported the ids of the rules that the pack has
 */
function defectsOf(folder, exported) {
	return ruleFiles(folder).flatMap(({ category, id }) => [
		...(exported.includes(id) ? [] : [`${category}/${id}.ts: the rule is not exported: add it to ${category}/index.ts`]),
		...(existsSync(join(folder, category, `${id}.examples.ts`)) ? [] : [`${category}/${id}.ts: ${id}.examples.ts is missing`]),
	]);
}

module.exports = { defectsOf, ruleFiles };
