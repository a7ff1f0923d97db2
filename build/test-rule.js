#!/usr/bin/env node
// Runs the tests of one rule: its examples, the laws, and an example of each verdict through the built pack's folder. The whole
// suite also runs every example through the executable, which takes seconds.

const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { closest } = require("fastest-levenshtein");
const { ruleFiles } = require("./rule-files");

const root = join(__dirname, "..");
const TESTS = ["test/rules/metadata.test.ts", "test/rules/examples.test.ts", "test/rules/laws.test.ts", "test/pack/examples.test.ts"];

function main([id]) {
	const ids = ruleFiles(join(root, "policies/rules")).map((file) => file.id);
	if (!id) return usageError("usage: npm run test:rule ID");
	if (!ids.includes(id)) return usageError(`unknown rule "${id}"; did you mean "${closest(id, ids)}"?`);
	const folder = mkdtempSync(join(tmpdir(), "test-rule-"));
	try {
		const results = join(folder, "results.json");
		const { status } = spawnSync(
			process.execPath,
			[require.resolve("jest/bin/jest"), ...TESTS, "-t", `^(?!.*\\(executable\\))(.* )?${id}( |$)`],
			{
				cwd: root,
				stdio: "inherit",
				env: { ...process.env, SCALEKIT_READINESS_RESULTS: results },
			},
		);
		if (status !== 0) return 1;
		if (JSON.parse(readFileSync(results, "utf8")).passed > 0) return 0;
		console.error(`no test of "${id}" ran`);
		return 1;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function usageError(message) {
	console.error(message);
	return 2;
}

process.exitCode = main(process.argv.slice(2));
