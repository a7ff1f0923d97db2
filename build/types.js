#!/usr/bin/env node
// Writes the type declarations of the published library, one file for each entry of the package.

const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { isStale } = require("./build.js");

const root = join(__dirname, "..");
const ENTRIES = { "index.d.ts": "stacks/monitoring/library.ts", "emit.d.ts": "signals/emit.ts" };

/** Writes the declarations if a source is newer: it takes as long as the rest of the build. */
function declareTypesWhenStale() {
	if (isStale(join(root, "dist", "index.d.ts"), ["signals", "stacks", "build/types.js"])) declareTypes();
}

function declareTypes() {
	const { generateDtsBundle } = require("dts-bundle-generator");
	const entries = Object.values(ENTRIES).map((entry) => ({
		filePath: join(root, entry),
		output: { exportReferencedTypes: false, noBanner: true },
	}));
	const declared = generateDtsBundle(entries, { preferredConfigPath: join(root, "tsconfig.json") });
	Object.keys(ENTRIES).forEach((name, index) => {
		writeFileSync(join(root, "dist", name), declared[index]);
	});
}

module.exports = { declareTypesWhenStale };

if (require.main === module) declareTypesWhenStale();
