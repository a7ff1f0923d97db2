const { readFileSync, statSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join, resolve } = require("node:path");
const vm = require("node:vm");
const { transformSync } = require("esbuild");

/** TypeScript modules loaded in this process; one can be replaced without reloading the others. */
class Modules {
	#code = new Map();
	#loaded = new Map();
	#importers = new Map();

	/** The exports of a module, loaded with its imports. */
	load(file, importer) {
		if (importer) this.#importersOf(file).add(importer);
		const known = this.#loaded.get(file);
		if (known) return known.exports;
		const module = { exports: {} };
		this.#loaded.set(file, module);
		const native = createRequire(file);
		const require = (name) => {
			const path = /^[./]/.test(name) ? typescriptFile(resolve(dirname(file), name)) : undefined;
			return path ? this.load(path, file) : native(name);
		};
		const run = vm.runInThisContext(`(function (module, exports, require, __filename, __dirname) {${this.#codeOf(file)}\n})`, {
			filename: file,
		});
		run(module, module.exports, require, file, dirname(file));
		return module.exports;
	}

	/** Runs with a file's source replaced, and restores it afterwards. */
	with(file, source, run) {
		const before = this.#loaded;
		const code = compiled(source);
		const original = this.#codeOf(file);
		this.#loaded = new Map(before);
		for (const each of this.dependentsOf(file)) this.#loaded.delete(each);
		this.#code.set(file, code);
		try {
			return run();
		} finally {
			this.#loaded = before;
			this.#code.set(file, original);
		}
	}

	/** A file and all loaded modules that import it, directly or indirectly. */
	dependentsOf(file) {
		const found = new Set([file]);
		for (const each of found) for (const importer of this.#importersOf(each)) found.add(importer);
		return found;
	}

	#importersOf(file) {
		if (!this.#importers.has(file)) this.#importers.set(file, new Set());
		return this.#importers.get(file);
	}

	#codeOf(file) {
		if (!this.#code.has(file)) this.#code.set(file, compiled(readFileSync(file, "utf8")));
		return this.#code.get(file);
	}
}

function compiled(source) {
	return transformSync(source, { loader: "ts", format: "cjs", target: "node20" }).code;
}

function typescriptFile(path) {
	return [path.endsWith(".ts") ? path : `${path}.ts`, join(path, "index.ts")].find((each) =>
		statSync(each, { throwIfNoEntry: false })?.isFile(),
	);
}

module.exports = { Modules };
