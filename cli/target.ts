import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Location } from "../policies/engine/resource";
import { rules } from "../policies/rules";
import { readFile } from "../policies/sources/file";
import { type Project, readProject } from "../policies/sources/program/project/project";
import { type FindExports, SourceError, type StackDescription } from "../policies/sources/source";
import { findSettings } from "../settings/find";
import { readSettings, type SettingsFile } from "../settings/read";
import { resolveSettings, type Settings, type Sourced, type StackName } from "../settings/resolve";
import { readConfigOption } from "./config";
import { UsageError } from "./error";
import { chooseStack } from "./stack";
import { VERSION } from "./version";

/** What the user asks for on the command line, for every command that looks at a stack. */
export interface TargetOptions {
	/** The stacks, as people name them; each is looked at. */
	readonly stack?: readonly string[];
	readonly profile?: string;
	/** Settings file and configuration of programs (config.ts). */
	readonly config?: readonly string[];
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
	/** Why it is this stack, where there are several (stack.ts). */
	readonly choice?: string;
	/** Reads it: runs the program, where it is one. */
	describe(findExports: FindExports): Promise<StackDescription>;
}

/**
 * Finds out what paths name and which settings hold for it: for a program each stack that is asked for.
 *
 * @throws UsageError where a stack is asked for that none of the paths has
 */
export function openTargets(paths: readonly string[], options: TargetOptions): readonly Target[] {
	const asked = [...new Set(options.stack ?? [])];
	if (asked.length === 0) return paths.map((path) => openTarget(path, undefined, options));
	const project = (name: string) => name.split("/").at(-2);
	return paths.flatMap((path) => {
		// A name with a project is for that project alone, where others are given too.
		const own = asked.filter((name) => paths.length === 1 || name.split("/").length < 3 || project(name) === projectAt(path));
		return (own.length > 0 ? own : asked.slice(0, 1)).map((name) => openTarget(path, name, options));
	});
}

function projectAt(path: string): string | undefined {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readProject(path).name : readFile(path).project;
}

/** @param stack the one that is asked for */
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
		throw new UsageError(
			`--config ${key}=…: ${path === "-" ? "standard input" : path} is not a program, and only programs take configuration`,
		);
	const description = readFile(path);
	const file = settingsFile(path === "-" ? process.cwd() : dirname(path), settingsPath);
	const { organization, project, stack: held } = description;
	if (stack !== undefined && held !== undefined && stack.split("/").pop() !== held)
		throw new UsageError(`--stack ${stack}: ${description.path} holds the stack ${held}`);
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

/** One set for all programs of a command: what one exports is recognised in another. */
let standIns: import("../policies/sources/program/run").StandIns | undefined;

async function describeProgram(
	project: Project,
	path: string,
	name: StackName,
	config: Readonly<Record<string, string>>,
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
		config,
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
