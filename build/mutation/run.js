#!/usr/bin/env node
// Mutation test of a category: applies one small change to a rule at a time, and prints the changes that no example, unit test or
// recorded verdict of the category detects.

const { existsSync, readFileSync, readdirSync, statSync } = require("node:fs");
const { join, relative } = require("node:path");
const { isDeepStrictEqual } = require("node:util");
const vm = require("node:vm");
const { Modules } = require("./modules");
const { mutantsOf } = require("./mutants");
const { installTestFunctions, unitTests } = require("./unit-tests");

const root = join(__dirname, "../..");
const RULES = join(root, "policies/rules");
/** Milliseconds after which a mutant counts as non-terminating. */
const TIMEOUT_MS = 10_000;

function main([category]) {
	const categories = readdirSync(RULES).filter((name) => statSync(join(RULES, name)).isDirectory());
	if (!categories.includes(category)) throw new Error(`usage: npm run mutate -- CATEGORY, one of ${categories.join(", ")}`);
	installTestFunctions();
	const modules = new Modules();
	const units = unitTests(modules, join(root, "test/rules", category));
	const tests = { modules, units, recorded: new Map() };
	if (!survives(tests)) throw new Error("an example fails without any mutation; run npm test first");
	const mutants = allMutants(join(RULES, category));
	report(
		category,
		mutants,
		mutants.filter((mutant) => isSurvivor(tests, mutant)),
	);
}

function isSurvivor(tests, { file, start, end, text }) {
	const source = readFileSync(file, "utf8");
	return tests.modules.with(file, source.slice(0, start) + text + source.slice(end), () => {
		try {
			return survives(tests, file);
		} catch {
			// A mutant that throws or does not terminate is killed.
			return false;
		}
	});
}

/**
 * True if all examples, unit tests and recorded verdicts are as expected, or those that depend on the file; a failing unit test throws.
 *
 * @param recorded the verdicts of `test/rules/variants.test.ts` by rule, filled in if empty
 */
function survives({ modules, units, recorded }, file) {
	const { rules, categoryOf } = modules.load(join(RULES, "index.ts"));
	const { examplesOf } = modules.load(join(root, "test/support/examples.ts"));
	const judge = modules.load(join(root, "policies/rules/judge.ts"));
	const { compared } = modules.load(join(root, "test/support/compared.ts"));
	const { variantVerdicts } = modules.load(join(root, "test/support/variants.ts"));
	const { FORMS } = modules.load(join(root, "policies/engine/example.ts"));
	const dependents = file && modules.dependentsOf(file);
	const concerned = rules.filter((rule) => !dependents || dependents.has(join(RULES, categoryOf(rule), `${rule.id}.ts`)));
	const concernedUnits = units.filter((each) => !dependents || dependents.has(each.file));
	const passes = (rule) =>
		examplesOf(rule).every((example) =>
			(example.forms ?? FORMS).every((form) => {
				const { actual, expected } = compared(judge.verdictOf(rule, example, form), example);
				return isDeepStrictEqual(actual, expected);
			}),
		);
	const isAsRecorded = (rule) => {
		const verdicts = variantVerdicts(rule);
		if (!recorded.has(rule.id)) recorded.set(rule.id, verdicts);
		return isDeepStrictEqual(verdicts, recorded.get(rule.id));
	};
	globalThis.mutationRun = () => {
		if (!concerned.every(passes)) return false;
		for (const { run } of concernedUnits) run();
		return concerned.every(isAsRecorded);
	};
	return vm.runInThisContext("mutationRun()", { timeout: TIMEOUT_MS * (file ? 1 : 12) });
}

function allMutants(folder) {
	return readdirSync(folder, { recursive: true })
		.filter((name) => /\.ts$/.test(name) && !/(^|\/)(index|example[\w-]*)\.ts$|\.examples\.ts$/.test(name))
		.sort()
		.flatMap((name) => mutantsOf(readFileSync(join(folder, name), "utf8")).map((mutant) => ({ file: join(folder, name), ...mutant })));
}

function report(category, mutants, survivors) {
	const list = `build/mutation/equivalent/${category}.json`;
	const equivalent = existsSync(join(root, list)) ? JSON.parse(readFileSync(join(root, list), "utf8")) : [];
	const isSame = (listed, { file, from, text }) => listed.file === relative(root, file) && listed.from === from && listed.to === text;
	const stale = equivalent.find((listed) => !survivors.some((mutant) => isSame(listed, mutant)));
	if (stale) throw new Error(`${list} lists a mutant that does not survive: ${stale.file}: ${stale.from} -> ${stale.to}`);
	const open = survivors.filter((mutant) => !equivalent.some((listed) => isSame(listed, mutant)));
	const onOneLine = (code) => code.replace(/\s+/g, " ").slice(0, 80);
	for (const { file, line, from, text } of open) console.log(`${relative(root, file)}:${line}: ${onOneLine(from)} -> ${onOneLine(text)}`);
	const counted = mutants.length - (survivors.length - open.length);
	const killed = counted - open.length;
	const percent = ((100 * killed) / counted).toFixed(1);
	console.log(
		`${category}: ${killed} of ${counted} mutants killed (${percent} %), ${mutants.length - counted} equivalent mutants excluded`,
	);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	console.error(error.message);
	process.exitCode = 2;
}
