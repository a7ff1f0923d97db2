import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { fromFolder } from "./error-location";
import { explainFailure } from "./failure";
import type { EngineResponses } from "./monitor/engine-responses";
import { Monitor } from "./monitor/monitor";
import type { Recording } from "./monitor/recording";
import { guardFor, STACK_OUTPUT } from "./predicted/guard";
import type { StandIns } from "./predicted/stand-ins";
import { PRELOADS } from "./process/preload";
import { type Ending, runToEnd } from "./process/process";
import type { StackConfig } from "./project/config";
import type { Project } from "./project/project";
import type { RunOptions } from "./run-options";
import { withoutCredentials } from "./secrets/credentials";
import { PrivateKeyLines } from "./secrets/private-key-lines";

/** The organization that programs see if none is given; stack files do not contain it. */
const ORGANIZATION = "organization";

/** One run of a program. */
export interface Run {
	readonly recording: Recording;
	/** Why it cannot be used; undefined if it ran to completion. */
	readonly failure?: string;
}

export interface AttemptOptions {
	readonly project: Project;
	/** The SDK's file that runs programs. */
	readonly runner: string;
	readonly config: StackConfig;
	readonly responses: EngineResponses;
	/** True for the run with predicted outputs. */
	readonly predicted: boolean;
	readonly standIns: StandIns;
	/** Aborts the run. */
	readonly abort?: AbortSignal;
	readonly options: RunOptions;
}

/** Runs a program once, until it completes or fails. */
export async function runOnce({
	project,
	runner,
	config,
	responses,
	predicted,
	standIns,
	abort,
	options: { stack, organization = ORGANIZATION, timeout, findExports, ...options },
}: AttemptOptions): Promise<Run> {
	let lastLine: string | undefined;
	const keys = new PrivateKeyLines();
	const onLine = (text: string) => {
		const line = keys.masked(text);
		if (line.trim() !== "") lastLine = line;
		// Failures of the second run are in the report; its output would repeat the first one's.
		if (!predicted) options.onLine?.(config.redactor.text(line));
	};
	const monitor = new Monitor({
		project: project.name,
		stack,
		organization,
		config: config.values,
		secretKeys: config.secretKeys,
		region: config.values["aws:region"] ?? "us-east-1",
		knowsRegion: config.values["aws:region"] !== undefined,
		responses,
		exportsOf: async (name) => (await findExports?.(name))?.[predicted ? "predicted" : "preview"],
		redactor: config.redactor,
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
			lastProgress: () => recording.lastAdded,
			...(abort ? { abort } : {}),
			onLine,
		});
		if (abort?.aborted) return { recording, failure: "the program ran much longer than the preview" };
		if (isComplete(ending, recording)) return { recording };
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
		// No type checking: Pulumi's setting covers CommonJS only, ts-node's covers ES modules too.
		PULUMI_NODEJS_TRANSPILE_ONLY: "true",
		TS_NODE_TRANSPILE_ONLY: "true",
		...(project.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig } : {}),
	};
}

/**
 * A program that ends early has registered only some of its resources. It may end with status 0: if it awaits a value that never resolves, without outputs; if
 * it calls process.exit, even with them, because the SDK registers them before it has finished.
 */
function isComplete(ending: Ending, recording: Recording): boolean {
	const reachedEnd = recording.exports !== undefined && (recording.ended || (!recording.announcesEnd && ending.ranDry === true));
	return ending.status === 0 && recording.error === undefined && reachedEnd;
}

function locate(position: { uri: string; line: number; column: number }, folder: string): Location | undefined {
	if (!position.uri) return undefined;
	const file = position.uri.startsWith("file:")
		? fromFolder(folder, fileURLToPath(position.uri))
		: position.uri.replace(/^project:\/\/\/?/, "");
	return { file, line: position.line, ...(position.column > 0 ? { column: position.column } : {}) };
}
