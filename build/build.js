#!/usr/bin/env node
// Builds the published files: the pack, the rules, the command, and data generated from the rules.

const { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { defectsOf } = require("./rule-files");

const root = join(__dirname, "..");
const dist = join(root, "dist");
const SOURCES = ["build", "checklist", "cli", "policies", "report", "settings", "signals", "stacks", "package.json"];
const STAMP = join(dist, ".built");
const FUNCTIONS = ["receiver", "worker", "poller", "publisher"];

/** @type {import("esbuild").BuildOptions} */
const shared = {
	bundle: true,
	platform: "node",
	target: "node20",
	format: "cjs",
	minify: true,
	legalComments: "none",
	logLevel: "warning",
};

/** Excludes unused modules from a server's bundle. */
const lean = {
	name: "lean",
	setup(build) {
		build.onResolve({ filter: /^@pulumi\/pulumi(\/runtime\/rpc)?$/ }, () => ({ path: join(__dirname, "shims", "pulumi.js") }));
		build.onResolve({ filter: /^@grpc\/proto-loader$/ }, () => ({ path: join(__dirname, "shims", "proto-loader.js") }));
	},
};

/** The same for the pack, which is not a gRPC client. */
const serverOnly = {
	name: "server-only",
	setup(build) {
		build.onResolve({ filter: /^@grpc\/grpc-js$/ }, () => ({ path: join(__dirname, "shims", "grpc.js") }));
		build.onResolve({ filter: /^\.\/make-client$/ }, () => ({ path: join(__dirname, "shims", "no-clients.js") }));
	},
};

async function build() {
	const { build: esbuild } = require("esbuild");
	mkdirSync(dist, { recursive: true });
	const bundle = (entry, out, more = {}) =>
		esbuild({ ...shared, metafile: true, entryPoints: [join(root, entry)], outfile: join(dist, out), ...more });
	const built = await Promise.all([
		bundle("policies/pack/index.ts", "pack.cjs", { plugins: [lean, serverOnly], external: ["./policy-runner.cjs"] }),
		bundle("policies/pack/policy-runner.ts", "policy-runner.cjs"),
		bundle("build/generated.ts", "build/generated.cjs"),
		bundle("cli/main.ts", "cli.cjs", { external: ["./program.cjs"] }),
		bundle("policies/sources/program/run.ts", "program.cjs", { plugins: [lean] }),
		bundle("stacks/monitoring/library.ts", "index.cjs", { external: ["@pulumi/*"] }),
		bundle("signals/emit.ts", "emit.cjs"),
		// Lambda's runtime has the SDK (Lambda, Developer Guide: Building Lambda functions with Node.js).
		...FUNCTIONS.map((name) =>
			bundle(`stacks/monitoring/functions/${name}/handler.ts`, `functions/${name}/index.js`, { external: ["@aws-sdk/*", "@smithy/*"] }),
		),
	]);
	const generated = require(join(dist, "build", "generated.cjs"));
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const manifest = generated.manifest(version);
	const defects = defectsOf(
		join(root, "policies/rules"),
		manifest.map((rule) => rule.name),
	);
	if (defects.length > 0) throw new Error(defects.map((defect) => `policies/rules/${defect}`).join("\n"));
	writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest)}\n`);
	writeFileSync(join(dist, "readiness.schema.json"), `${JSON.stringify(generated.settingsSchema(), null, "\t")}\n`);
	writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licensesOf(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
	nameThePackage();
	writeFileSync(STAMP, "");
}

/** Lets the examples import the package by name, as users' programs do. */
function nameThePackage() {
	const link = join(root, "node_modules", "scalekit-readiness");
	if (existsSync(link) && realpathSync(link) === realpathSync(root)) return;
	rmSync(link, { force: true });
	// Relative, so that it remains valid in a moved checkout; Windows has absolute junctions only.
	if (process.platform === "win32") symlinkSync(root, link, "junction");
	else symlinkSync("..", link, "dir");
}

/** The licenses of bundled packages. */
function licensesOf(inputs) {
	const folders = [...new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))].sort();
	return folders
		.map((folder) => {
			const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
			const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
			return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), "utf8").trim() : ""}\n`;
		})
		.join(`\n${"-".repeat(80)}\n\n`);
}

function newest(path) {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) return 0;
	return stats.isDirectory() ? Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : stats.mtimeMs;
}

/** Builds if a source is newer than the last build. */
async function buildWhenStale() {
	if (isStale(STAMP, SOURCES)) await build();
	nameThePackage();
}

/** True if a file is missing or older than one of its sources. */
function isStale(file, sources) {
	const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return Math.max(...sources.map((source) => newest(join(root, source)))) > made;
}

module.exports = { build, buildWhenStale, isStale };

if (require.main === module) {
	build().catch((error) => {
		console.error(error.message);
		process.exit(1);
	});
}
