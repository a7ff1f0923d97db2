#!/usr/bin/env node
// Changes the rules of a theme a little, one change at a time, and tells which changes no example notices.

const { readFileSync, readdirSync, statSync } = require("node:fs");
const { join, relative } = require("node:path");
const { isDeepStrictEqual, parseArgs } = require("node:util");
const vm = require("node:vm");
const { Modules } = require("./modules");
const { mutantsOf } = require("./mutants");

const root = join(__dirname, "../..");
const RULES = join(root, "policies/rules");
/** A mutant that loops for ever is noticed. */
const TIMEOUT_MS = 10_000;

function main() {
	const { positionals, values } = parseArgs({
		allowPositionals: true,
		options: { count: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
	});
	const [theme] = positionals;
	const themes = readdirSync(RULES).filter((name) => statSync(join(RULES, name)).isDirectory());
	if (!themes.includes(theme)) throw new Error(`which theme? npm run mutate -- THEME, of ${themes.join(", ")}`);
	const modules = new Modules();
	if (survives(modules, undefined)) {
		const mutants = sample(allMutants(join(RULES, theme)), Number(values.count), Number(values.seed));
		report(theme, mutants, survivorsOf(modules, mutants));
	} else throw new Error("an example fails without any change; run npm test first");
}

function survivorsOf(modules, mutants) {
	const equivalent = JSON.parse(readFileSync(join(__dirname, "equivalent.json"), "utf8"));
	const isListed = (mutant) =>
		equivalent.some((each) => each.file === relative(root, mutant.file) && each.from === mutant.from && each.to === mutant.text);
	return mutants
		.filter((mutant) => {
			const source = readFileSync(mutant.file, "utf8");
			const changed = source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end);
			try {
				return modules.with(mutant.file, changed, () => survives(modules, mutant.file));
			} catch {
				return false;
			}
		})
		.map((mutant) => ({ ...mutant, isListed: isListed(mutant) }));
}

/** True where every example that a file takes part in is as expected. */
function survives(modules, file) {
	const { rules } = modules.load(join(RULES, "index.ts"));
	const { examplesOf } = modules.load(join(root, "test/support/examples.ts"));
	const judge = modules.load(join(root, "test/support/judge.ts"));
	const { FORMS } = modules.load(join(root, "policies/engine/example.ts"));
	const { themeOf } = modules.load(join(RULES, "index.ts"));
	const dependents = file && modules.dependentsOf(file);
	const concerned = rules.filter((rule) => !dependents || dependents.has(join(RULES, themeOf(rule), `${rule.id}.ts`)));
	globalThis.mutationRun = () =>
		concerned.every((rule) =>
			examplesOf(rule).every((example) =>
				(example.only ?? FORMS).every((form) => {
					const { said, expected } = judge.compared(judge.verdictOf(rule, example, form), example);
					return isDeepStrictEqual(said, expected);
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

/** Some of a list, the same ones for the same seed (mulberry32). */
function sample(list, count, seed) {
	let state = seed;
	const random = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const left = [...list];
	return Array.from({ length: Math.min(count, list.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
}

function report(theme, mutants, survivors) {
	const open = survivors.filter((mutant) => !mutant.isListed);
	for (const { file, line, from, text } of open.sort((one, two) => one.file.localeCompare(two.file) || one.line - two.line))
		console.log(`${relative(root, file)}:${line}: ${from.replace(/\s+/g, " ").slice(0, 80)} -> ${text.replace(/\s+/g, " ").slice(0, 60)}`);
	const listed = survivors.length - open.length;
	const counted = mutants.length - listed;
	const killed = counted - open.length;
	console.log(
		`${theme}: ${killed} of ${counted} mutants killed (${((100 * killed) / counted).toFixed(1)} %), ${listed} equivalent left out`,
	);
}

try {
	main();
} catch (error) {
	console.error(error.message);
	process.exitCode = 2;
}
