import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Location } from "../policies/engine/resource";
import { maskOutput } from "../policies/output/mask";
import { rules } from "../policies/rules";
import { readFile } from "../policies/sources/file";
import { type Project, readProject } from "../policies/sources/program/project/project";
import { type FindExports, SourceError, type StackDescription } from "../policies/sources/source";
import { findSettings } from "../settings/find";
import { readSettings, type SettingsFile } from "../settings/read";
import { resolveSettings, type Settings, type Sourced, type StackName } from "../settings/resolve";
import { readConfigOption } from "./config";
import { UsageError } from "./error";
import { printError } from "./print";
import { chooseStack } from "./stack";
import { VERSION } from "./version";

/** The command-line options of commands that read stacks. */
export interface TargetOptions {
	/** The names of the stacks to check. */
	readonly stack?: readonly string[];
	readonly profile?: string;
	/** The settings file and program configuration (config.ts). */
	readonly config?: readonly string[];
	/** The timeout of a program in seconds. */
	readonly timeout?: number;
	/** False to run a program only once, as in a preview. */
	readonly predictedOutputs?: boolean;
	readonly debug?: boolean;
}

/** A stack from the command line, not yet read. */
export interface Target {
	readonly path: string;
	readonly settings: Settings;
	readonly project?: Project;
	/** Undefined if the source does not contain it. */
	readonly name?: StackName;
	/** Which of several stacks was chosen and why (stack.ts). */
	readonly choice?: string;
	/** Reads the stack; runs the program, if it is one. */
	describe(findExports: FindExports): Promise<StackDescription>;
}

/**
 * Opens the paths with their settings; a program has one target for each requested stack.
 *
 * @throws UsageError if no path contains a requested stack
 */
export function openTargets(paths: readonly string[], options: TargetOptions): readonly Target[] {
	const requested = [...new Set(options.stack ?? [])];
	if (requested.length === 0) return paths.map((path) => openTarget(path, undefined, options));
	const project = (name: string) => name.split("/").at(-2);
	return paths.flatMap((path) => {
		// With several paths, a stack name with a project applies to that project only.
		const own = requested.filter((name) => paths.length === 1 || name.split("/").length < 3 || project(name) === projectAt(path));
		return (own.length > 0 ? own : requested.slice(0, 1)).map((name) => openTarget(path, name, options));
	});
}

function projectAt(path: string): string | undefined {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readProject(path).name : readFile(path).project;
}

/** @param stack the one that is requested for */
export function openTarget(path: string, stack: string | undefined, options: TargetOptions): Target {
	const chosen: Sourced<string> | undefined = options.profile ? { value: options.profile, from: "--profile" } : undefined;
	const stats = path === "-" ? undefined : statSync(path, { throwIfNoEntry: false });
	const { file: settingsPath, values } = readConfigOption(options.config ?? []);
	if (path !== "-" && !stats) throw new SourceError(`${path}: no such file or folder`);
	if (stats?.isDirectory()) {
		const project = readProject(path);
		const file = settingsFile(project.folder, settingsPath);
		const { choice, ...name } = chooseStack(project, path, file, stack);
		return {
			path,
			settings: resolveSettings(file, name, VERSION, chosen),
			project,
			name,
			...(choice ? { choice } : {}),
			describe: (findExports) => describeProgram(project, path, name, values, options, findExports),
		};
	}
	const [key] = Object.keys(values);
	if (key !== undefined)
		throw new UsageError(`--config ${key}=…: ${path === "-" ? "stdin" : path} is not a program; only programs have configuration`);
	const description = readFile(path);
	const file = settingsFile(path === "-" ? process.cwd() : dirname(path), settingsPath);
	const { organization, project, stack: held } = description;
	if (stack !== undefined && held !== undefined && stack.split("/").pop() !== held)
		throw new UsageError(`--stack ${stack}: ${description.path} contains stack ${held}`);
	const name = project && held ? { project, stack: held, ...(organization ? { organization } : {}) } : undefined;
	return {
		path: description.path,
		settings: resolveSettings(file, name, VERSION, chosen),
		...(name ? { name } : {}),
		describe: async () => description,
	};
}

function settingsFile(folder: string, named: string | undefined): SettingsFile | undefined {
	const path = findSettings(folder, named);
	return path ? readSettings(path, rules) : undefined;
}

/** Shared by all programs of a command, so that exports of one are recognized in another. */
let standIns: import("../policies/sources/program/run").StandIns | undefined;

async function describeProgram(
	project: Project,
	path: string,
	name: StackName,
	config: Readonly<Record<string, string>>,
	options: TargetOptions,
	findExports: FindExports,
): Promise<StackDescription> {
	// Loaded only to run a program: loading gRPC takes longer than checking a file.
	const { runProgram, StandIns } = require("./program.cjs") as typeof import("../policies/sources/program/run");
	standIns ??= new StandIns();
	const description = await runProgram(project, path, {
		standIns,
		findExports,
		stack: name.stack,
		...(name.organization ? { organization: name.organization } : {}),
		config,
		timeout: (options.timeout ?? 120) * 1000,
		maskOutput,
		predictOutputs: options.predictedOutputs ?? true,
		...(options.debug ? { onLine: printError } : {}),
	});
	const here = (location: Location): Location => ({ ...location, file: join(path, location.file) });
	return {
		...description,
		resources: description.resources.map((each) => (each.location ? { ...each, location: here(each.location) } : each)),
	};
}
