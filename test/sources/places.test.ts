import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CompilerOptions, ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import { ROOT } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

/** A compiler that omits the first lines, so that positions in its output differ. */
const SOURCE = `import { CustomResource } from "@pulumi/pulumi";

interface Options {
	readonly name: string;
}

class Thing extends CustomResource {
	constructor(options: Options) {
		super("aws:s3/bucket:Bucket", options.name);
	}
}

export const make = (options: Options) => new Thing(options);
make({ name: "inside" });
new Thing({ name: "top" });
for (const name of ["callback"]) [name].forEach((each) => void new Thing({ name: each }));
if (process.env["PULUMI_NODEJS_STACK"] === "fails") throw new Error("it broke");
`;

const LOADED = {
	"Pulumi.yaml": 'name: made\nruntime: { name: nodejs, options: { typescript: false, nodeargs: "--import ./register.mjs" } }\n',
	"package.json": '{ "type": "module", "main": "index.ts" }',
	"register.mjs": 'import { register } from "node:module";\nregister("./hooks.mjs", import.meta.url);\n',
	"hooks.mjs": `import { readFileSync } from "node:fs";
export async function load(url, context, nextLoad) {
	if (!url.endsWith("/index.ts")) return nextLoad(url, context);
	return { format: "module", shortCircuit: true, source: readFileSync(new URL("./output.txt", url), "utf8") };
}
`,
};

/** A compiler's output for a text of `index.ts`, as seen from the output's folder. */
function compile(text: string, options: CompilerOptions, fileName = "index.ts"): { readonly output: string; readonly map: string } {
	const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022, ...options };
	const { outputText, sourceMapText } = transpileModule(text, { fileName, compilerOptions });
	return { output: outputText, map: (sourceMapText ?? "").replace('"sources":["index.ts"]', '"sources":["../index.ts"]') };
}

const inline = { inlineSourceMap: true, inlineSources: true };
const once = compile(SOURCE, inline).output;
const withMap = compile(SOURCE, { sourceMap: true });
const commonJs = compile(SOURCE, { sourceMap: true, module: ModuleKind.CommonJS });
const lineIn = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

const COMPILED = { "Pulumi.yaml": "name: made\nruntime: nodejs\n", "package.json": '{ "type": "module", "main": "bin/index.js" }' };
const COMMON_JS = { ...COMPILED, "package.json": '{ "main": "bin/index.js" }' };

interface Case {
	readonly files: Readonly<Record<string, string>>;
	/** The positions; empty if missing. */
	readonly file?: string;
	/** The text in which the lines are counted. */
	readonly text?: string;
}

const CASES: Readonly<Record<string, Case>> = {
	"compiled by a loader of ES modules": { files: { ...LOADED, "output.txt": once }, file: "index.ts", text: SOURCE },
	"compiled by two loaders, one after the other": {
		files: { ...LOADED, "output.txt": compile(once, { ...inline, target: ScriptTarget.ES2015 }).output },
		file: "index.ts",
		text: SOURCE,
	},
	"compiled by a loader that writes no source map": { files: { ...LOADED, "output.txt": compile(SOURCE, {}).output } },
	"compiled from another text than the file's": { files: { ...LOADED, "output.txt": compile(`// more\n${SOURCE}`, inline).output } },
	"compiled before, as ES module": {
		files: { ...COMPILED, "bin/index.js": withMap.output, "bin/index.js.map": withMap.map },
		file: "index.ts",
		text: SOURCE,
	},
	"compiled before, as CommonJS": {
		files: { ...COMMON_JS, "bin/index.js": commonJs.output, "bin/index.js.map": commonJs.map },
		file: "index.ts",
		text: SOURCE,
	},
	"compiled before, without a source map": {
		files: { ...COMPILED, "bin/index.js": compile(SOURCE, {}).output },
		file: "bin/index.js",
		text: compile(SOURCE, {}).output,
	},
	"compiled before, from a source that is not there": {
		files: { ...COMPILED, "bin/index.js": withMap.output, "bin/index.js.map": withMap.map.replace("../index.ts", "../gone.ts") },
		file: "bin/index.js",
		text: withMap.output,
	},
	"compiled by the SDK": {
		files: {
			"Pulumi.yaml": "name: made\nruntime: nodejs\n",
			"package.json": '{ "main": "index.ts" }',
			"tsconfig.json": JSON.stringify({
				compilerOptions: { module: "commonjs", moduleResolution: "node10", target: "es2022", ignoreDeprecations: "6.0" },
			}),
		},
		file: "index.ts",
		text: SOURCE,
	},
};

function programOf({ files }: Case): string {
	const folder = temporaryFolder();
	for (const [name, content] of Object.entries({ "index.ts": SOURCE, ...files })) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
	return folder;
}

describe("the positions in a TypeScript program", () => {
	it.each(Object.entries(CASES))("%s", async (_how, each) => {
		const project = readProject(programOf(each));
		const run = (stack: string) => runProgram(project, "made", { stack, timeout: 60_000, predictOutputs: false });
		const { resources } = await run("works");
		for (const [name, part] of [
			["inside", "new Thing(options)"],
			["top", 'new Thing({ name: "top"'],
			["callback", "name: each"],
		] as const) {
			const { location } = resources.find((resource) => resource.name === name) ?? {};
			const at = location && { file: location.file, line: location.line };
			expect([name, at]).toEqual([name, each.file ? { file: each.file, line: lineIn(each.text ?? "", part) } : undefined]);
		}
		const failure = await run("fails").catch((error: Error) => error.message);
		const place = each.file ? ` (${each.file}:${lineIn(each.text ?? "", "it broke")})` : "";
		expect(failure).toBe(`made: the program failed: it broke${place}`);
	});
});

it("stack traces have the head that older SDKs look for", async () => {
	const code = "const trace = {};\nError.captureStackTrace(trace);\nconsole.log(JSON.stringify(trace.stack));\n";
	const folder = temporaryFolder({
		"Pulumi.yaml": "name: made\nruntime: nodejs\n",
		"package.json": '{ "main": "index.js" }',
		"index.js": code,
	});
	symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
	const lines: string[] = [];
	const onLine = (line: string) => void lines.push(line);
	await runProgram(readProject(folder), "made", { stack: "works", timeout: 60_000, predictOutputs: false, onLine });
	const trace = JSON.parse(lines.find((line) => line.startsWith('"Error')) ?? "null");
	// What Resource.sourcePosition starts with in @pulumi/pulumi 3.157.
	expect(trace).toMatch(/^Error:\s*\n\s*at .+ \(.+index\.js:2:7\)\n/);
});
