import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import * as z from "zod";
import { SourceError } from "../../source";
import { PROJECT_FILES, projectsBelow } from "./projects-below";
import { readYaml } from "./yaml";

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
	stackConfigDir: z.string().optional(),
	/** A string is the former name of stackConfigDir. */
	config: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
});

/** Pulumi's runtimes beside those of Node.js, as people name them. */
const LANGUAGES: Readonly<Record<string, string>> = { python: "Python", go: "Go", dotnet: ".NET", java: "Java", yaml: "YAML" };

/** @throws SourceError where there is none (the message names those below), or where it is not written for Node.js */
export function readProject(path: string): Project {
	const folder = resolve(path);
	const name = PROJECT_FILES.find((each) => existsSync(join(folder, each)));
	if (!name) throw new SourceError(`${path}: no Pulumi.yaml here; ${whereProjectsAre(path)}`);
	const parsed = projectFile.safeParse(readYaml(join(path, name)));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new SourceError(`${join(path, name)}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
	}
	const { data } = parsed;
	if (data.runtime.name !== "nodejs" && data.runtime.name !== "bun") {
		throw new SourceError(
			`${path}: ${LANGUAGES[data.runtime.name] ?? data.runtime.name} programs cannot be run offline, only Node.js programs; use "pulumi preview --policy-pack node_modules/.bin/scalekit-readiness-pack", or give what "pulumi preview --json --show-sames" or "pulumi stack export" writes`,
		);
	}
	const { options } = data.runtime;
	const entry = entryOf(folder, data.main);
	if (!existsSync(entry.workingFolder)) {
		throw new SourceError(`${join(path, name)}: main: there is no ${data.main}; is it what a build makes?`);
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

function whereProjectsAre(path: string): string {
	const found = projectsBelow(path);
	if (found.length === 0) return 'give a Pulumi project, or a file that "pulumi stack export" or "pulumi preview --json" wrote';
	const more = found.length > MOST_PROJECTS ? `, … (${found.length - MOST_PROJECTS} more)` : "";
	return `projects below it: ${found.slice(0, MOST_PROJECTS).join(", ")}${more}`;
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
