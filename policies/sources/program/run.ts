import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { SourceError, type StackDescription } from "../source";
import { StackConfig } from "./config";
import { withoutCredentials } from "./credentials";
import { explainFailure } from "./failure";
import { gapsOf } from "./gaps";
import { Monitor } from "./monitor";
import { packageFileOf, runnerOf } from "./package";
import { fromFolder } from "./place";
import { PRELOADS } from "./preload";
import { type Ending, runToEnd } from "./process";
import type { Project } from "./project";
import type { Recording } from "./recording";

export interface RunOptions {
	readonly stack: string;
	readonly organization?: string;
	/** How long the program may take, in milliseconds. */
	readonly timeout: number;
	/** Gets what the program prints and logs, line by line and without secrets; it never reaches standard output. */
	readonly onLine?: (line: string) => void;
}

/** The organization that programs see where nobody names one; a stack file does not tell it. */
const ORGANIZATION = "organization";

/**
 * Runs a Node.js program against a built-in monitor, as at a first preview: no CLI, no cloud, no credentials.
 *
 * @throws SourceError where it cannot be started, fails, or takes too long
 */
export async function runProgram(project: Project, path: string, options: RunOptions): Promise<StackDescription> {
	const { stack, organization = ORGANIZATION } = options;
	const config = new StackConfig(project, stack);
	const onLine = (line: string) => options.onLine?.(config.concealer.text(line));
	const monitor = new Monitor({
		project: project.name,
		stack,
		organization,
		config: config.values,
		secretKeys: config.secretKeys,
		region: config.values["aws:region"] ?? "us-east-1",
		program: packageFileOf(project),
		concealer: config.concealer,
		locate: (position) => locate(position, project.folder),
		onLog: (message) => stripVTControlCharacters(message).split("\n").forEach(onLine),
	});
	const { recording } = monitor;
	try {
		const runner = runnerOf(project, path);
		const address = await monitor.listen();
		const ending = await runToEnd({
			nodeArguments: project.nodeArguments,
			preloads: PRELOADS,
			arguments: [
				runner,
				...["--monitor", address, "--engine", address, "--project", project.name, "--stack", stack, "--organization", organization],
				...["--root-directory", project.folder, "--pwd", project.workingFolder, "--dry-run", "--parallel", "16", project.entry],
			],
			folder: project.workingFolder,
			environment: environmentOf(project, config),
			timeout: options.timeout,
			onLine,
		});
		if (!isDone(ending, recording))
			throw new SourceError(`${path}: ${explainFailure(ending, { recording, config, timeout: options.timeout, folder: project.folder })}`);
	} finally {
		monitor.close();
	}
	const { resources, opaque } = recording;
	const gaps = gapsOf(project, config, recording).map((gap) => `${path}: ${gap}`);
	return {
		kind: "program",
		path,
		resources,
		opaque,
		gaps,
		project: project.name,
		stack,
		...(options.organization ? { organization } : {}),
	};
}

function environmentOf(project: Project, config: StackConfig): Record<string, string> {
	return {
		...withoutCredentials(process.env),
		PULUMI_CONFIG: JSON.stringify(config.values),
		PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
		PULUMI_NODEJS_TYPESCRIPT: String(project.typescript),
		// No check of types: Pulumi's own setting counts for CommonJS alone, that of ts-node for ES modules as well.
		PULUMI_NODEJS_TRANSPILE_ONLY: "true",
		TS_NODE_TRANSPILE_ONLY: "true",
		...(project.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig } : {}),
	};
}

/** A program that leaves early has registered only a part of its resources. */
function isDone(ending: Ending, recording: Recording): boolean {
	const reachedEnd = recording.announcesEnd ? recording.ended : recording.hasOutputs;
	return ending.status === 0 && recording.error === undefined && reachedEnd;
}

function locate(position: { uri: string; line: number; column: number }, folder: string): Location | undefined {
	if (!position.uri) return undefined;
	const file = position.uri.startsWith("file:")
		? fromFolder(folder, fileURLToPath(position.uri))
		: position.uri.replace(/^project:\/\/\/?/, "");
	return { file, line: position.line, ...(position.column > 0 ? { column: position.column } : {}) };
}
