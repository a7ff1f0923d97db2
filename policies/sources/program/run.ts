import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SourceError, type StackDescription } from "../source";
import { type Run, runOnce } from "./attempt";
import { limitationsOf } from "./limitations";
import { PreviewResponses } from "./monitor/preview-responses";
import { combineRuns } from "./outcome";
import { Declarations } from "./predicted/declarations";
import { withMaskedNames } from "./predicted/names";
import { PredictedResponses } from "./predicted/predicted-responses";
import { StandIns } from "./predicted/stand-ins";
import { StackConfig } from "./project/config";
import { packageFileOf, runnerOf } from "./project/package";
import type { Project } from "./project/project";
import type { RunOptions } from "./run-options";

export { StandIns };

/** Additional time for the run with predicted outputs, in milliseconds. */
const GRACE_MS = 15_000;

/**
 * Runs a Node.js program against a built-in monitor, as in a first preview and in parallel with predicted outputs, without CLI, cloud or credentials.
 *
 * @throws SourceError if it cannot be started, fails, or times out
 */
export async function runProgram(project: Project, path: string, options: RunOptions): Promise<StackDescription> {
	const { stack, predictOutputs = true, standIns = new StandIns() } = options;
	const config = new StackConfig(project, stack, standIns, options);
	const program = packageFileOf(project);
	const declarations = new Declarations(program);
	const runner = runnerOf(project, path);
	const shared = { project, runner, config, standIns, options };
	const preview = runOnce({ ...shared, responses: new PreviewResponses(declarations, standIns), predicted: false });
	const predicted =
		predictOutputs && supportsPartialUnknowns(program)
			? runOnce({
					...shared,
					responses: new PredictedResponses(declarations, standIns),
					predicted: true,
					abort: abortAfterPreview(preview),
				})
			: undefined;
	return describe(await preview, await predicted, config, { project, path, standIns, options });
}

/** Aborts a run that takes three times as long as the preview, plus some seconds: it may await a value that never resolves. */
function abortAfterPreview(preview: Promise<Run>): AbortSignal {
	const controller = new AbortController();
	const start = Date.now();
	const wait = () => void setTimeout(() => controller.abort(), 2 * (Date.now() - start) + GRACE_MS).unref();
	preview.then(wait, wait);
	return controller.signal;
}

interface RunContext {
	readonly project: Project;
	readonly path: string;
	readonly standIns: StandIns;
	readonly options: RunOptions;
}

function describe(
	preview: Run,
	predicted: Run | undefined,
	config: StackConfig,
	{ project, path, standIns, options }: RunContext,
): StackDescription {
	if (predicted?.failure !== undefined) options.onLine?.(`the run with predicted outputs: ${predicted.failure}`);
	if (preview.failure !== undefined && (!predicted || predicted.failure !== undefined))
		throw new SourceError(`${path}: ${preview.failure}`);
	const { resources, limitations, notices } = combineRuns(preview, predicted, standIns, path);
	const { recording } = preview.failure === undefined ? preview : (predicted as Run);
	return {
		kind: "program",
		path,
		...withMaskedNames({ resources, remoteComponents: recording.remoteComponents }, standIns),
		limitations: [...limitations, ...limitationsOf(project, config, recording).map((gap) => `${path}: ${gap}`)],
		notices,
		unreadEnvironments: config.environments,
		exports: { preview: preview.recording.exports ?? {}, predicted: (predicted ?? preview).recording.exports ?? {} },
		project: project.name,
		stack: options.stack,
		...(options.organization ? { organization: options.organization } : {}),
	};
}

/** True if the program's SDK runs callbacks on partially unknown values (since 2.0). */
function supportsPartialUnknowns(program: string): boolean {
	try {
		const file = createRequire(program).resolve("@pulumi/pulumi/output");
		return existsSync(file) && readFileSync(file, "utf8").includes("runWithUnknowns");
	} catch {
		return false;
	}
}
