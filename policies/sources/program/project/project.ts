import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import * as z from "zod";
import { SourceError } from "../../source";
import { PROJECT_FILES, projectsBelow } from "./projects-below";
import { readYaml } from "./yaml";

/** A Pulumi project, as described by its Pulumi.yaml. */
export interface Project {
	/** The folder that holds Pulumi.yaml. */
	readonly folder: string;
	readonly name: string;
	/** The program's working folder, and its entry point: a file name, or `.` for the folder. */
	readonly workingFolder: string;
	readonly entry: string;
	/** False if the program is JavaScript only. */
	readonly typescript: boolean;
	readonly tsconfig?: string;
	/** Options of Node.js. */
	readonly nodeArguments: readonly string[];
	/** The stacks with a file `Pulumi.<stack>.yaml`. */
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
	stackConfigDir: z.string().optional(),
	/** As a string, the former name of stackConfigDir. */
	config: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
});

/** Display names of Pulumi's other runtimes. */
const LANGUAGES: Readonly<Record<string, string>> = { python: "Python", go: "Go", dotnet: ".NET", java: "Java", yaml: "YAML" };

/** @throws SourceError without a project (the message lists those in subfolders), or if it is not for Node.js */
export function readProject(path: string): Project {
	const folder = resolve(path);
	const name = PROJECT_FILES.find((each) => existsSync(join(folder, each)));
	if (!name) throw new SourceError(`${path}: no Pulumi.yaml here; ${listProjects(path)}`);
	const parsed = projectFile.safeParse(readYaml(join(path, name)));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new SourceError(`${join(path, name)}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
	}
	const { data } = parsed;
	if (data.runtime.name !== "nodejs" && data.runtime.name !== "bun") {
		throw new SourceError(
			`${path}: ${LANGUAGES[data.runtime.name] ?? data.runtime.name} programs cannot be run offline, only Node.js programs; use "pulumi preview --policy-pack node_modules/.bin/scalekit-readiness-pack", or check the output of "pulumi preview --json --show-sames" or "pulumi stack export"`,
		);
	}
	const { options } = data.runtime;
	const entry = entryOf(folder, data.main);
	if (!existsSync(entry.workingFolder)) {
		throw new SourceError(`${join(path, name)}: main: ${data.main} does not exist; run the build first?`);
	}
	const stackFolder = join(path, data.stackConfigDir ?? (typeof data.config === "string" ? data.config : "."));
	return {
		folder,
		name: data.name,
		...entry,
		typescript: options.typescript,
		...(options.tsconfig ? { tsconfig: options.tsconfig } : {}),
		nodeArguments: words(options.nodeargs),
		stacks: stacksOf(stackFolder, extname(name)),
		stackFile: (stack) => join(stackFolder, `Pulumi.${stack}${extname(name)}`),
		config: typeof data.config === "object" ? (data.config ?? {}) : {},
	};
}

const MOST_PROJECTS = 10;

function listProjects(path: string): string {
	const found = projectsBelow(path);
	if (found.length === 0) return 'expected a Pulumi project, or a file with the output of "pulumi stack export" or "pulumi preview --json"';
	const more = found.length > MOST_PROJECTS ? `, … (${found.length - MOST_PROJECTS} more)` : "";
	return `projects in subfolders: ${found.slice(0, MOST_PROJECTS).join(", ")}${more}`;
}

/** How the engine interprets `main` (GetPwdMain of pulumi/pulumi): a folder runs as such, a file in its own folder. */
function entryOf(folder: string, main: string | undefined): Pick<Project, "workingFolder" | "entry"> {
	if (!main) return { workingFolder: folder, entry: "." };
	const target = resolve(folder, main);
	const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
	return isFolder ? { workingFolder: target, entry: "." } : { workingFolder: dirname(target), entry: basename(target) };
}

/** A stack file has the project file's extension (ProjectStackPath of pulumi/pulumi). */
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
