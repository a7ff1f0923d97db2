import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SourceError, type StackDescription } from "../source";
import { type Attempt, runOnce } from "./attempt";
import { gapsOf } from "./gaps";
import { PreviewAnswers } from "./monitor/preview-answers";
import { outcomeOf } from "./outcome";
import { Declarations } from "./predicted/declarations";
import { withMaskedNames } from "./predicted/names";
import { PredictedAnswers } from "./predicted/predicted-answers";
import { StandIns } from "./predicted/stand-ins";
import { StackConfig } from "./project/config";
import { packageFileOf, runnerOf } from "./project/package";
import type { Project } from "./project/project";
import type { RunOptions } from "./run-options";

export { StandIns };

/** How long the run with predicted outputs may take beyond what its preview lets expect. */
const GRACE_MS = 15_000;

/**
 * Runs a Node.js program against a built-in monitor, as at a first preview and, beside it, with predicted outputs: no CLI,
 * no cloud, no credentials.
 *
 * @throws SourceError where it cannot be started, fails, or takes too long
 */
export async function runProgram(project: Project, path: string, options: RunOptions): Promise<StackDescription> {
	const { stack, predictOutputs = true, standIns = new StandIns() } = options;
	const config = new StackConfig(project, stack, standIns, options.config);
	const program = packageFileOf(project);
	const declarations = new Declarations(program);
	const runner = runnerOf(project, path);
	const shared = { project, runner, config, standIns, options };
	const preview = runOnce({ ...shared, answers: new PreviewAnswers(declarations, standIns), predicted: false });
	const predicted =
		predictOutputs && knowsUnknowns(program)
			? runOnce({ ...shared, answers: new PredictedAnswers(declarations, standIns), predicted: true, abort: muchLaterThan(preview) })
			: undefined;
	return describe(await preview, await predicted, config, { project, path, standIns, options });
}

/** Aborts where a run takes three times as long as the preview, and some seconds more: it may wait for what never comes. */
function muchLaterThan(preview: Promise<Attempt>): AbortSignal {
	const controller = new AbortController();
	const start = Date.now();
	const wait = () => void setTimeout(() => controller.abort(), 2 * (Date.now() - start) + GRACE_MS).unref();
	preview.then(wait, wait);
	return controller.signal;
}

interface Circumstances {
	readonly project: Project;
	readonly path: string;
	readonly standIns: StandIns;
	readonly options: RunOptions;
}

function describe(
	preview: Attempt,
	predicted: Attempt | undefined,
	config: StackConfig,
	{ project, path, standIns, options }: Circumstances,
): StackDescription {
	if (predicted?.failure !== undefined) options.onLine?.(`the run with predicted outputs: ${predicted.failure}`);
	if (preview.failure !== undefined && (!predicted || predicted.failure !== undefined))
		throw new SourceError(`${path}: ${preview.failure}`);
	const { resources, limitations, notices } = outcomeOf(preview, predicted, standIns, path);
	const { recording } = preview.failure === undefined ? preview : (predicted as Attempt);
	return {
		kind: "program",
		path,
		...withMaskedNames({ resources, remoteComponents: recording.remoteComponents }, standIns),
		limitations: [...limitations, ...gapsOf(project, config, recording).map((gap) => `${path}: ${gap}`)],
		notices,
		unreadEnvironments: config.environments,
		exports: { preview: preview.recording.exports ?? {}, predicted: (predicted ?? preview).recording.exports ?? {} },
		project: project.name,
		stack: options.stack,
		...(options.organization ? { organization: options.organization } : {}),
	};
}

/** True where the program's SDK lets callbacks run on values of which parts are unknown (since 2.0). */
function knowsUnknowns(program: string): boolean {
	try {
		const file = createRequire(program).resolve("@pulumi/pulumi/output");
		return existsSync(file) && readFileSync(file, "utf8").includes("runWithUnknowns");
	} catch {
		return false;
	}
}
