import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Report } from "../../report/model";

const COMMAND = join(__dirname, "../../bin/scalekit-readiness.js");

/** How the built command ended, and what it said. */
export interface Outcome {
	readonly status: number | null;
	readonly stdout: string;
	/** Without progress lines. */
	readonly stderr: string;
	/** What it said while it took longer than a second, a line each. */
	readonly progress: readonly string[];
}

export interface CommandOptions {
	readonly cwd?: string;
	readonly input?: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built command as its users do. */
export function start(args: readonly string[], { cwd, env = {} }: CommandOptions = {}): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [COMMAND, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Starts the built command and waits for its end. */
export function command(args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
	const child = start(args, options);
	let stdout = "";
	let stderr = "";
	child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
		stdout += chunk;
	});
	child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
		stderr += chunk;
	});
	child.stdin.on("error", () => {}).end(options.input ?? "");
	return new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout, ...apart(stderr) })));
}

/** What the built command reports of a file or a program, at once. */
export function reportOn(path: string): Report {
	const { stdout } = spawnSync(process.execPath, [COMMAND, "check", path, "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 });
	return JSON.parse(stdout) as Report;
}

function apart(said: string): Pick<Outcome, "stderr" | "progress"> {
	const lines = said.split(/(?<=\n)/);
	const isProgress = (line: string) => line.endsWith(" …\n");
	return { stderr: lines.filter((line) => !isProgress(line)).join(""), progress: lines.filter(isProgress) };
}
