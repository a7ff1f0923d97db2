import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { SourceError } from "../source";

/** A Pulumi project, as its Pulumi.yaml describes it. */
export interface Project {
	/** The folder that holds Pulumi.yaml. */
	readonly folder: string;
	readonly name: string;
	/** Where the program runs, and what is run there: a file's name, or `.` for the folder. */
	readonly workingFolder: string;
	readonly entry: string;
	/** False where the program is JavaScript only. */
	readonly typescript: boolean;
	readonly tsconfig?: string;
	/** What Node.js itself is started with. */
	readonly nodeArguments: readonly string[];
	/** The stacks that have a file `Pulumi.<stack>.yaml`. */
	readonly stacks: readonly string[];
	/** The path of a stack's file, which need not exist. */
	readonly stackFile: (stack: string) => string;
	readonly config: Readonly<Record<string, unknown>>;
}

const runtimeOptions = z.object({
	typescript: z.boolean().default(true),
	tsconfig: z.string().optional(),
	nodeargs: z.string().default(""),
});
const runtime = z.union([
	z.string().transform((name) => ({ name, options: runtimeOptions.parse({}) })),
	z.object({ name: z.string(), options: runtimeOptions.nullish().transform((options) => options ?? runtimeOptions.parse({})) }),
]);
const projectFile = z.object({
	name: z.string(),
	runtime,
	main: z.string().optional(),
	stackConfigDir: z.string().default("."),
	config: z.record(z.string(), z.unknown()).nullish(),
});

/** The names that the file of a Pulumi project may have. */
export const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** @throws SourceError where there is none, or where it is not written for Node.js */
export function readProject(path: string): Project {
	const folder = resolve(path);
	const name = PROJECT_FILES.find((each) => existsSync(join(folder, each)));
	if (!name)
		throw new SourceError(
			`${path}: no Pulumi.yaml here; give a Pulumi project, or a file that "pulumi stack export" or "pulumi preview --json" wrote`,
		);
	const parsed = projectFile.safeParse(readYaml(join(path, name)));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new SourceError(`${join(path, name)}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
	}
	const { data } = parsed;
	if (data.runtime.name !== "nodejs" && data.runtime.name !== "bun") {
		throw new SourceError(
			`${path}: the program is written for ${data.runtime.name}, and only Node.js programs run here; give what "pulumi preview --json --show-sames" or "pulumi stack export" writes`,
		);
	}
	const { options } = data.runtime;
	const stackFolder = join(path, data.stackConfigDir);
	return {
		folder,
		name: data.name,
		...entryOf(folder, data.main),
		typescript: options.typescript,
		...(options.tsconfig ? { tsconfig: options.tsconfig } : {}),
		nodeArguments: words(options.nodeargs),
		stacks: stacksOf(stackFolder, extname(name)),
		stackFile: (stack) => join(stackFolder, `Pulumi.${stack}${extname(name)}`),
		config: data.config ?? {},
	};
}

/** What the engine makes of `main` (GetPwdMain of pulumi/pulumi): a folder is run as such, a file in its own folder. */
function entryOf(folder: string, main: string | undefined): Pick<Project, "workingFolder" | "entry"> {
	if (!main) return { workingFolder: folder, entry: "." };
	const target = resolve(folder, main);
	const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
	return isFolder ? { workingFolder: target, entry: "." } : { workingFolder: dirname(target), entry: basename(target) };
}

/** A stack's file ends like the project's (ProjectStackPath of pulumi/pulumi). */
function stacksOf(folder: string, extension: string): readonly string[] {
	const files = existsSync(folder) ? readdirSync(folder) : [];
	return files
		.filter((file) => file.startsWith("Pulumi.") && file.endsWith(extension) && file.length > `Pulumi.${extension}`.length)
		.map((file) => file.slice("Pulumi.".length, -extension.length))
		.sort();
}

function words(text: string): readonly string[] {
	return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? "");
}

/** Reads YAML, and says in one line where it is none. */
export function readYaml(path: string): unknown {
	try {
		return parse(readFileSync(path, "utf8")) ?? {};
	} catch (error) {
		if (error instanceof YAMLParseError) throw new SourceError(`${path}:${error.linePos?.[0].line ?? 1}: not YAML`);
		throw new SourceError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "not YAML"})`);
	}
}
