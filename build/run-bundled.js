const { join } = require("node:path");
const { buildWhenStale } = require("./build.js");

/** Builds the product and the program in a folder of the repository, and runs its `main(root, args)`. */
async function runBundled(folder) {
	const root = join(__dirname, "..");
	await buildWhenStale();
	const outfile = join(root, "dist", `.${folder}`, "main.cjs");
	await require("esbuild").build({
		entryPoints: [join(root, folder, "main.ts")],
		outfile,
		bundle: true,
		platform: "node",
		target: "node20",
		packages: "external",
		logLevel: "warning",
	});
	await require(outfile).main(root, process.argv.slice(2));
}

module.exports = {
	runBundled: (folder) =>
		runBundled(folder).catch((error) => {
			console.error(error);
			process.exit(1);
		}),
};
