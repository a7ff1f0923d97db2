#!/usr/bin/env node
// Mutation test of a theme: applies one small change to a rule at a time, and prints the changes that no example detects.

const { readFileSync, readdirSync, statSync } = require("node:fs");
const { join, relative } = require("node:path");
const { isDeepStrictEqual } = require("node:util");
const vm = require("node:vm");
const { Modules } = require("./modules");
const { mutantsOf } = require("./mutants");

const root = join(__dirname, "../..");
const RULES = join(root, "policies/rules");
/** Milliseconds after which a mutant counts as one that does not terminate. */
const TIMEOUT_MS = 10_000;

function main([theme]) {
	const themes = readdirSync(RULES).filter((name) => statSync(join(RULES, name)).isDirectory());
	if (!themes.includes(theme)) throw new Error(`usage: npm run mutate -- THEME, one of ${themes.join(", ")}`);
	const modules = new Modules();
	if (!survives(modules, undefined)) throw new Error("an example fails without any mutation; run npm test first");
	const mutants = allMutants(join(RULES, theme));
	report(
		theme,
		mutants,
		mutants.filter((mutant) => isSurvivor(modules, mutant)),
	);
}

function isSurvivor(modules, { file, start, end, text }) {
	const source = readFileSync(file, "utf8");
	return modules.with(file, source.slice(0, start) + text + source.slice(end), () => {
		try {
			return survives(modules, file);
		} catch {
			// A mutant that throws, or does not terminate, is detected.
			return false;
		}
	});
}

/** True where every example that a file takes part in is as expected. */
function survives(modules, file) {
	const { rules } = modules.load(join(RULES, "index.ts"));
	const { examplesOf } = modules.load(join(root, "test/support/examples.ts"));
	const judge = modules.load(join(root, "policies/rules/judge.ts"));
	const { compared } = modules.load(join(root, "test/support/compared.ts"));
	const { FORMS } = modules.load(join(root, "policies/engine/example.ts"));
	const { categoryOf } = modules.load(join(RULES, "index.ts"));
	const dependents = file && modules.dependentsOf(file);
	const concerned = rules.filter((rule) => !dependents || dependents.has(join(RULES, categoryOf(rule), `${rule.id}.ts`)));
	globalThis.mutationRun = () =>
		concerned.every((rule) =>
			examplesOf(rule).every((example) =>
				(example.forms ?? FORMS).every((form) => {
					const { actual, expected } = compared(judge.verdictOf(rule, example, form), example);
					return isDeepStrictEqual(actual, expected);
				}),
			),
		);
	return vm.runInThisContext("mutationRun()", { timeout: TIMEOUT_MS * (file ? 1 : 10) });
}

function allMutants(folder) {
	return readdirSync(folder, { recursive: true })
		.filter((name) => /\.ts$/.test(name) && !/(^|\/)(index|example[\w-]*)\.ts$|\.examples\.ts$/.test(name))
		.sort()
		.flatMap((name) => mutantsOf(readFileSync(join(folder, name), "utf8")).map((mutant) => ({ file: join(folder, name), ...mutant })));
}

function report(theme, mutants, survivors) {
	const equivalent = JSON.parse(readFileSync(join(__dirname, "equivalent.json"), "utf8"));
	const ofTheme = equivalent.filter(({ file }) => file.startsWith(`policies/rules/${theme}/`));
	const isSame = (listed, { file, from, text }) => listed.file === relative(root, file) && listed.from === from && listed.to === text;
	const stale = ofTheme.find((listed) => !survivors.some((mutant) => isSame(listed, mutant)));
	if (stale)
		throw new Error(`build/mutation/equivalent.json lists a mutant that does not survive: ${stale.file}: ${stale.from} -> ${stale.to}`);
	const open = survivors.filter((mutant) => !ofTheme.some((listed) => isSame(listed, mutant)));
	const onOneLine = (code) => code.replace(/\s+/g, " ").slice(0, 80);
	for (const { file, line, from, text } of open) console.log(`${relative(root, file)}:${line}: ${onOneLine(from)} -> ${onOneLine(text)}`);
	const counted = mutants.length - (survivors.length - open.length);
	const killed = counted - open.length;
	const percent = ((100 * killed) / counted).toFixed(1);
	console.log(`${theme}: ${killed} of ${counted} mutants killed (${percent} %), ${mutants.length - counted} equivalent ones left out`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	console.error(error.message);
	process.exitCode = 2;
}
