#!/usr/bin/env node
// Writes the generated pages in docs/; with --check, only lists pages that are out of date.

const { mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const root = join(__dirname, "..");
const docs = join(root, "docs");
// In a subfolder: files directly in dist/ are published.
const bundle = join(root, "dist", "docs", "pages.cjs");

async function main(check) {
	await require("esbuild").build({
		entryPoints: [join(__dirname, "docs.ts")],
		outfile: bundle,
		bundle: true,
		platform: "node",
		target: "node20",
		format: "cjs",
		external: ["@pulumi/*"],
		logLevel: "warning",
	});
	const { drift, pages } = require(bundle);
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const wanted = pages(version);
	const found = drift(wanted, docs);
	for (const { path, is } of found) console.log(`docs/${path}: ${check ? is : `was ${is}`}`);
	if (check) {
		if (found.length > 0) throw new Error("run `npm run docs` and commit the result");
		return;
	}
	for (const { path, is } of found) {
		const file = join(docs, path);
		if (is === "orphaned") rmSync(file);
		else {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, wanted.find((page) => page.path === path).text);
		}
	}
}

main(process.argv.includes("--check")).catch((error) => {
	console.error(error.message);
	process.exit(1);
});
