const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { expect } = require("expect");
const { configureGlobal } = require("fast-check");
const { bind } = require("jest-each");

/** The registered tests of a loaded test file, by its exports. */
const testsOf = new WeakMap();
let registering;

/** Defines the jest functions that unit tests use; hooks and asynchronous tests are not supported. */
function installTestFunctions() {
	const it = (_title, test) => registering.push(test);
	const describe = (_title, register) => register();
	it.each = bind(it);
	describe.each = bind(describe);
	// Fewer property-based runs than in jest, because they repeat for every mutant.
	configureGlobal({ numRuns: 10 });
	Object.assign(globalThis, { describe, it, test: it, expect });
}

/** The unit tests of a folder, as functions that throw on failure. */
function unitTests(modules, folder) {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.ts"));
	return files.map((name) => ({ file: join(folder, name), run: () => runTests(modules, join(folder, name)) }));
}

function runTests(modules, file) {
	registering = [];
	const exports = modules.load(file);
	if (!testsOf.has(exports)) testsOf.set(exports, registering);
	for (const test of testsOf.get(exports)) test();
}

module.exports = { installTestFunctions, unitTests };
