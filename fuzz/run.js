#!/usr/bin/env node
// Builds the fuzzer and the pack, and runs it: `npm run fuzz -- --seed 1 --count 10000`.

const { join } = require("node:path");
const { buildWhenStale } = require("../build/build.js");

async function main() {
	await buildWhenStale();
	const outfile = join(__dirname, "..", "dist", ".fuzz", "main.cjs");
	await require("esbuild").build({
		entryPoints: [join(__dirname, "main.ts")],
		outfile,
		bundle: true,
		platform: "node",
		target: "node20",
		packages: "external",
		logLevel: "warning",
	});
	await require(outfile).main(join(__dirname, ".."), process.argv.slice(2));
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
