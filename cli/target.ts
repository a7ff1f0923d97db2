import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PRODUCTION } from "../policies/engine/level";
import type { Location } from "../policies/engine/resource";
import { rules } from "../policies/rules";
import { readFile } from "../policies/sources/file";
import { type Project, readProject } from "../policies/sources/program/project";
import { type FindExports, SourceError, type StackDescription } from "../policies/sources/source";
import { findSettings } from "../settings/find";
import { readSettings, type SettingsFile } from "../settings/read";
import { resolveSettings, type Settings, type Sourced, type StackName } from "../settings/resolve";
import { UsageError } from "./error";
import { VERSION } from "./version";

/** What the user asks for on the command line, for every command that looks at a stack. */
export interface TargetOptions {
	readonly stack?: string;
	readonly profile?: string;
	readonly config?: string;
	/** Seconds that a program may take. */
	readonly timeout?: number;
	/** False to run a program once, as at a preview. */
	readonly predictedOutputs?: boolean;
	readonly debug?: boolean;
}

/** A stack that was named on the command line, not yet read. */
export interface Target {
	readonly path: string;
	readonly settings: Settings;
	readonly project?: Project;
	/** Undefined where the source does not tell. */
	readonly name?: StackName;
	/** Reads it: runs the program, where it is one. */
	describe(findExports: FindExports): Promise<StackDescription>;
}

/** Finds out what a path names and which settings hold for it. */
export function openTarget(path: string, options: TargetOptions): Target {
	const chosen: Sourced<string> | undefined = options.profile ? { value: options.profile, from: "--profile" } : undefined;
	const stats = path === "-" ? undefined : statSync(path, { throwIfNoEntry: false });
	if (path !== "-" && !stats) throw new SourceError(`${path}: no such file or folder`);
	if (stats?.isDirectory()) {
		const project = readProject(path);
		const file = settingsFile(project.folder, options);
		const name = chooseStack(project, path, file, options);
		const settings = resolveSettings(file, name, VERSION, chosen);
		return { path, settings, project, name, describe: (findExports) => describeProgram(project, path, name, options, findExports) };
	}
	const description = readFile(path);
	const file = settingsFile(path === "-" ? process.cwd() : dirname(path), options);
	const { organization, project, stack } = description;
	if (options.stack !== undefined && stack !== undefined && options.stack.split("/").pop() !== stack)
		throw new UsageError(`--stack ${options.stack}: ${description.path} holds the stack ${stack}`);
	const name = project && stack ? { project, stack, ...(organization ? { organization } : {}) } : undefined;
	return {
		path: description.path,
		settings: resolveSettings(file, name, VERSION, chosen),
		...(name ? { name } : {}),
		describe: async () => description,
	};
}

function settingsFile(folder: string, options: TargetOptions): SettingsFile | undefined {
	const path = findSettings(folder, options.config ?? undefined);
	return path ? readSettings(path, rules) : undefined;
}

/** The stack that is named, else the only one there is a file for, else the only production one among them. */
function chooseStack(project: Project, path: string, file: SettingsFile | undefined, options: TargetOptions): StackName {
	const { stacks } = project;
	if (options.stack !== undefined) return namedStack(project, path, options.stack);
	if (stacks.length === 0) return { project: project.name, stack: "prod" };
	if (stacks.length === 1) return { project: project.name, stack: stacks[0] as string };
	const production = stacks.filter((each) => {
		const { profile } = resolveSettings(file, { project: project.name, stack: each }, VERSION);
		return profile.value === PRODUCTION && !profile.from.startsWith("default");
	});
	if (production.length === 1) return { project: project.name, stack: production[0] as string };
	throw new UsageError(`${path}: which stack? --stack takes one of ${stacks.join(", ")}`);
}

/** A stack as people name it: `prod`, `organization/prod` or `organization/project/prod`. */
function namedStack({ name, stacks, stackFile }: Project, path: string, named: string): StackName {
	const parts = named.split("/");
	const stack = parts.pop() ?? "";
	if (stack === "" || parts.length > 2) throw new UsageError(`--stack ${named}: is no stack's name`);
	if (parts.length === 2 && parts[1] !== name) throw new UsageError(`--stack ${named}: the project at ${path} is ${name}`);
	if (stacks.length > 0 && !stacks.includes(stack))
		throw new UsageError(`${path}: there is no ${basename(stackFile(stack))}; its stacks are ${stacks.join(", ")}`);
	return { project: name, stack, ...(parts[0] ? { organization: parts[0] } : {}) };
}

/** One set for all programs of a command: what one exports is recognised in another. */
let standIns: import("../policies/sources/program/run").StandIns | undefined;

async function describeProgram(
	project: Project,
	path: string,
	name: StackName,
	options: TargetOptions,
	findExports: FindExports,
): Promise<StackDescription> {
	// Loaded only where a program is run: gRPC costs more than everything else that a check of a file needs.
	const { runProgram, StandIns } = require("./program.cjs") as typeof import("../policies/sources/program/run");
	standIns ??= new StandIns();
	const description = await runProgram(project, path, {
		standIns,
		findExports,
		stack: name.stack,
		...(name.organization ? { organization: name.organization } : {}),
		timeout: (options.timeout ?? 120) * 1000,
		predictOutputs: options.predictedOutputs ?? true,
		...(options.debug ? { onLine: (line: string) => process.stderr.write(`${line}\n`) } : {}),
	});
	const here = (location: Location): Location => ({ ...location, file: join(path, location.file) });
	return {
		...description,
		resources: description.resources.map((each) => (each.location ? { ...each, location: here(each.location) } : each)),
	};
}
