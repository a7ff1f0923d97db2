import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { explainFailure } from "./failure";
import type { Answers } from "./monitor/answers";
import { Monitor } from "./monitor/monitor";
import type { Recording } from "./monitor/recording";
import { fromFolder } from "./place";
import { guardFor, STACK_OUTPUT } from "./predicted/guard";
import type { StandIns } from "./predicted/stand-ins";
import { PRELOADS } from "./process/preload";
import { type Ending, runToEnd } from "./process/process";
import type { StackConfig } from "./project/config";
import type { Project } from "./project/project";
import type { RunOptions } from "./run-options";
import { withoutCredentials } from "./secrets/credentials";

/** The organization that programs see where nobody names one; a stack file does not tell it. */
const ORGANIZATION = "organization";

/** One run of a program. */
export interface Attempt {
	readonly recording: Recording;
	/** Why it is of no use; undefined where it ran to its end. */
	readonly failure?: string;
}

export interface AttemptOptions {
	readonly project: Project;
	/** The file of the SDK that runs programs. */
	readonly runner: string;
	readonly config: StackConfig;
	readonly answers: Answers;
	/** True for the run with predicted outputs. */
	readonly predicted: boolean;
	readonly standIns: StandIns;
	/** Ends it before its time. */
	readonly abort?: AbortSignal;
	readonly options: RunOptions;
}

/** Runs a program once, to its end or until it fails. */
export async function runOnce({
	project,
	runner,
	config,
	answers,
	predicted,
	standIns,
	abort,
	options: { stack, organization = ORGANIZATION, timeout, findExports, ...options },
}: AttemptOptions): Promise<Attempt> {
	let lastLine: string | undefined;
	const onLine = (line: string) => {
		if (line.trim() !== "") lastLine = line;
		// What goes wrong in the second run is in the report; its output would repeat the first one's.
		if (!predicted) options.onLine?.(config.concealer.text(line));
	};
	const monitor = new Monitor({
		project: project.name,
		stack,
		organization,
		config: config.values,
		secretKeys: config.secretKeys,
		region: config.values["aws:region"] ?? "us-east-1",
		knowsRegion: config.values["aws:region"] !== undefined,
		answers,
		exportsOf: async (name) => (await findExports?.(name))?.[predicted ? "predicted" : "preview"],
		concealer: config.concealer,
		locate: (position) => locate(position, project.folder),
		onLog: (message) => stripVTControlCharacters(message).split("\n").forEach(onLine),
	});
	const { recording } = monitor;
	try {
		const address = await monitor.listen();
		const guard = guardFor({ pattern: standIns.pattern, prefix: standIns.prefix, predicted, stackOutput: STACK_OUTPUT });
		const ending = await runToEnd({
			nodeArguments: project.nodeArguments,
			preloads: [...PRELOADS, guard],
			arguments: [
				runner,
				...["--monitor", address, "--engine", address, "--project", project.name, "--stack", stack, "--organization", organization],
				...["--root-directory", project.folder, "--pwd", project.workingFolder, "--dry-run", "--parallel", "16", project.entry],
			],
			folder: project.workingFolder,
			environment: environmentOf(project, config),
			timeout,
			...(abort ? { abort } : {}),
			onLine,
		});
		if (abort?.aborted) return { recording, failure: "the program did not end long after its preview had" };
		if (isDone(ending, recording)) return { recording };
		return { recording, failure: explainFailure(ending, { recording, config, timeout, folder: project.folder, lastLine }) };
	} finally {
		monitor.close();
	}
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

/**
 * A program that ends early has registered only a part of its resources. One that awaits what never arrives ends as if
 * it were done, but for its outputs.
 */
function isDone(ending: Ending, recording: Recording): boolean {
	const reachedEnd = recording.exports !== undefined && (recording.ended || !recording.announcesEnd);
	return ending.status === 0 && recording.error === undefined && reachedEnd;
}

function locate(position: { uri: string; line: number; column: number }, folder: string): Location | undefined {
	if (!position.uri) return undefined;
	const file = position.uri.startsWith("file:")
		? fromFolder(folder, fileURLToPath(position.uri))
		: position.uri.replace(/^project:\/\/\/?/, "");
	return { file, line: position.line, ...(position.column > 0 ? { column: position.column } : {}) };
}
