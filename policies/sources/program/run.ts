import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Location } from "../../engine/resource";
import { SourceError, type StackDescription } from "../source";
import { StackConfig } from "./config";
import { Monitor, type Recording } from "./monitor";
import type { Project } from "./project";

export interface RunOptions {
	readonly stack: string;
	/** How long the program may take, in milliseconds. */
	readonly timeout: number;
	/** Gets what the program prints; it never reaches standard output. */
	readonly onOutput?: (text: string) => void;
}

/** The organization that programs see; a stack file does not tell the real one. */
const ORGANIZATION = "organization";

/**
 * Runs a Node.js program against a built-in monitor, as at a first preview: no CLI, no cloud, no credentials.
 *
 * @throws SourceError where it cannot be started, fails, or takes too long
 */
export async function runProgram(project: Project, path: string, options: RunOptions): Promise<StackDescription> {
	const config = new StackConfig(project, options.stack);
	const monitor = new Monitor({
		project: project.name,
		stack: options.stack,
		organization: ORGANIZATION,
		config: config.values,
		secretKeys: config.secretKeys,
		region: config.values["aws:region"] ?? "us-east-1",
		hide: (value) => config.hide(value),
		locate: (position) => locate(position, project.folder),
	});
	try {
		await execute(project, path, config, await monitor.listen(), monitor.recording, options);
	} finally {
		monitor.close();
	}
	const { resources, opaque } = monitor.recording;
	return { kind: "program", path, resources, opaque, project: project.name, stack: options.stack };
}

function execute(
	project: Project,
	path: string,
	config: StackConfig,
	address: string,
	recording: Recording,
	options: RunOptions,
): Promise<void> {
	const args = [
		runnerOf(project, path),
		...["--monitor", address, "--engine", address, "--project", project.name, "--stack", options.stack, "--organization", ORGANIZATION],
		...["--root-directory", project.folder, "--pwd", project.workingFolder, "--dry-run", "--parallel", "16", project.entry],
	];
	const child = spawn(process.execPath, args, {
		cwd: project.workingFolder,
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...process.env,
			PULUMI_CONFIG: JSON.stringify(config.values),
			PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
			PULUMI_NODEJS_TYPESCRIPT: "true",
			PULUMI_NODEJS_TRANSPILE_ONLY: "true",
		},
	});
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => options.onOutput?.(chunk.toString()));

	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			child.kill("SIGKILL");
			reject(new SourceError(`${path}: the program did not end within ${options.timeout / 1000} s; --timeout gives it longer`));
		}, options.timeout);
		child.on("error", (error) => reject(new SourceError(`${path}: the program cannot be started (${error.message})`)));
		child.on("close", (code) => {
			clearTimeout(timer);
			if (code === 0 && !recording.error) resolve();
			else reject(new SourceError(`${path}: the program failed: ${inOneLine(recording.error ?? `exit status ${code}`)}`));
		});
	});
}

/** The runner that Pulumi itself would start: that of the program's own SDK. */
function runnerOf(project: Project, path: string): string {
	try {
		return createRequire(join(project.workingFolder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
	} catch {
		throw new SourceError(`${path}: @pulumi/pulumi is not installed there; run "npm install" in it first`);
	}
}

/** The error itself, without the stack trace and the sentence in which Pulumi wraps it. */
function inOneLine(error: string): string {
	const lines = error
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "" && !line.startsWith("at ") && !line.startsWith("Running program"));
	return (lines.find((line) => /error/i.test(line)) ?? lines[0] ?? "it gave no reason").slice(0, 300);
}

function locate(position: { uri: string; line: number; column: number }, folder: string): Location | undefined {
	if (!position.uri) return undefined;
	const file = position.uri.startsWith("file:")
		? relative(folder, fileURLToPath(position.uri))
		: position.uri.replace(/^project:\/\/\/?/, "");
	return { file, line: position.line, ...(position.column > 0 ? { column: position.column } : {}) };
}
