import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

const COMMAND = join(__dirname, "../../bin/scalekit-readiness.js");

/** How the built command ended, and what it said. */
export interface Outcome {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
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
	return new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout, stderr })));
}
