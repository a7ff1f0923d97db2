import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Location } from "../../engine/resource";
import { type FindExports, SourceError, type StackDescription } from "../source";
import type { Answers } from "./answers";
import { StackConfig } from "./config";
import { withoutCredentials } from "./credentials";
import { explainFailure } from "./failure";
import { gapsOf } from "./gaps";
import { Monitor } from "./monitor";
import { packageFileOf, runnerOf } from "./package";
import { fromFolder } from "./place";
import { Declarations } from "./predicted/declarations";
import { guardFor, STACK_OUTPUT } from "./predicted/guard";
import { joinRuns, predictedAlone, previewAlone } from "./predicted/join";
import { PredictedAnswers } from "./predicted/predicted-answers";
import { StandIns } from "./predicted/stand-ins";
import { PRELOADS } from "./preload";
import { PreviewAnswers } from "./preview-answers";
import { type Ending, runToEnd } from "./process";
import type { Project } from "./project";
import type { Recording } from "./recording";

export { StandIns };

export interface RunOptions {
	readonly stack: string;
	readonly organization?: string;
	/** Configuration by key, which wins over that of the stack's file. */
	readonly config?: Readonly<Record<string, string>>;
	/** How long the program may take, in milliseconds. */
	readonly timeout: number;
	/** Gets what the program prints and logs, line by line and without secrets; it never reaches standard output. */
	readonly onLine?: (line: string) => void;
	/** False to run the program once, as at a preview. */
	readonly predictOutputs?: boolean;
	/** Made for the whole command, so that what one program exports is recognised in another. */
	readonly standIns?: StandIns;
	/** Finds what other stacks export that are checked beside this one. */
	readonly findExports?: FindExports;
}

/** The organization that programs see where nobody names one; a stack file does not tell it. */
const ORGANIZATION = "organization";

/** One run of a program. */
interface Attempt {
	readonly recording: Recording;
	/** Why it is of no use; undefined where it ran to its end. */
	readonly failure?: string;
}

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
	const attempt = (answers: Answers, predicted: boolean) => run(project, runner, config, answers, predicted, standIns, options);
	const canPredict = predictOutputs && knowsUnknowns(program);
	const [preview, predicted] = await Promise.all([
		attempt(new PreviewAnswers(declarations, standIns.account), false),
		canPredict ? attempt(new PredictedAnswers(declarations, standIns), true) : undefined,
	]);
	if (predicted?.failure !== undefined) options.onLine?.(`the run with predicted outputs: ${predicted.failure}`);
	if (preview.failure !== undefined && (!predicted || predicted.failure !== undefined))
		throw new SourceError(`${path}: ${preview.failure}`);
	const { resources, gaps, notices } = outcomeOf(preview, predicted, standIns, path);
	const { recording } = preview.failure === undefined ? preview : (predicted as Attempt);
	return {
		kind: "program",
		path,
		resources,
		opaque: recording.opaque,
		gaps: [...gaps, ...gapsOf(project, config, recording).map((gap) => `${path}: ${gap}`)],
		notices,
		unreadEnvironments: config.environments,
		exports: { preview: preview.recording.exports ?? {}, predicted: (predicted ?? preview).recording.exports ?? {} },
		project: project.name,
		stack,
		...(options.organization ? { organization: options.organization } : {}),
	};
}

/** What both runs show together, and what to say of a run that is of no use. */
function outcomeOf(
	preview: Attempt,
	predicted: Attempt | undefined,
	standIns: StandIns,
	path: string,
): Pick<StackDescription, "resources" | "gaps" | "notices"> {
	if (preview.failure !== undefined && predicted) {
		return {
			resources: predictedAlone(predicted.recording, standIns),
			gaps: [
				`${path}: the program fails at a preview without its cloud (${preview.failure}); it was checked with predicted outputs alone, as if what it asks for existed.`,
			],
			notices: [],
		};
	}
	if (!predicted) return { resources: previewAlone(preview.recording, standIns), gaps: [], notices: [] };
	if (predicted.failure !== undefined) {
		return {
			resources: previewAlone(preview.recording, standIns),
			gaps: [],
			notices: [`${path}: the run with predicted outputs is not used: ${predicted.failure}.`],
		};
	}
	const { resources, more, fewer, isUsed } = joinRuns(preview.recording, predicted.recording, standIns);
	const differences = [more > 0 ? `${more} more` : "", fewer > 0 ? `${fewer} fewer` : ""].filter(Boolean).join(" and ");
	const use = isUsed ? "whether these exist is known only after deployment" : "it is not used";
	return {
		resources,
		gaps: [],
		notices:
			differences === "" ? [] : [`${path}: the run with predicted outputs registers ${differences} resources than the preview; ${use}.`],
	};
}

async function run(
	project: Project,
	runner: string,
	config: StackConfig,
	answers: Answers,
	predicted: boolean,
	standIns: StandIns,
	{ stack, organization = ORGANIZATION, timeout, findExports, ...options }: RunOptions,
): Promise<Attempt> {
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
			onLine,
		});
		if (isDone(ending, recording)) return { recording };
		return { recording, failure: explainFailure(ending, { recording, config, timeout, folder: project.folder, lastLine }) };
	} finally {
		monitor.close();
	}
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
