import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { killMarked } from "./descendants";
import { Lines } from "./lines";
import { MARK } from "./preload";

export interface Run {
	readonly nodeArguments: readonly string[];
	/** Modules that Node.js runs before the program, as texts. */
	readonly preloads: readonly string[];
	readonly arguments: readonly string[];
	readonly folder: string;
	/** The whole environment: nothing of this process's own is added. */
	readonly environment: Readonly<Record<string, string>>;
	/** In milliseconds. */
	readonly timeout: number;
	/** Ends the process where it is aborted, as its timeout does. */
	readonly abort?: AbortSignal;
	readonly onLine: (line: string) => void;
}

/** How a process came to its end. */
export interface Ending {
	/** Undefined where it did not end by itself. */
	readonly status?: number;
	readonly signal?: string;
	readonly timedOut?: boolean;
	/** Its event loop was empty: it ended without a call of `process.exit`. */
	readonly ranDry?: boolean;
	/** It was ended since it printed a line longer than `LONGEST_LINE`. */
	readonly lineTooLong?: boolean;
	/** Why it could not be started at all. */
	readonly startError?: string;
	/** The last lines that it printed on standard error. */
	readonly lastLines: readonly string[];
}

/** The longest delay that a timer of Node.js keeps. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How long output may take to arrive after a process has ended. */
const DRAIN_MS = 1000;

/** A crash of Node.js itself takes some forty. */
const KEPT_LINES = 60;

/** The most that these lines hold together, in UTF-16 code units; the last is kept whatever its length. */
const KEPT_LENGTH = 1024 * 1024;

/** Runs Node.js and waits for its end. No process that it started is left running, however this one ends. */
export function runToEnd(run: Run): Promise<Ending> {
	const mark = randomUUID();
	const preloads = run.preloads.map((text) => `--import=data:text/javascript,${encodeURIComponent(text)}`);
	const child = spawn(process.execPath, [...run.nodeArguments, ...preloads, ...run.arguments], {
		cwd: run.folder,
		// The last one is for the report of an empty event loop (preload.ts).
		stdio: ["ignore", "pipe", "pipe", "pipe"],
		env: { ...run.environment, [MARK]: mark },
		// A process group of its own can be killed as a whole.
		detached: process.platform !== "win32",
	}) as ChildProcessByStdio<null, Readable, Readable>;
	const kill = () => {
		killGroup(child);
		killMarked(`${MARK}=${mark}`);
	};
	const release = endTogether(kill);
	const lastLines: string[] = [];
	let ranDry = false;
	child.stdio[3]?.on("data", () => {
		ranDry = true;
	});
	return new Promise((resolve) => {
		let ending: Omit<Ending, "lastLines"> | undefined;
		const tooLong = () => stop({ lineTooLong: true });
		const output = new Lines(run.onLine, tooLong);
		const errors = new Lines((line) => {
			keep(lastLines, line);
			run.onLine(line);
		}, tooLong);
		child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
		child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
		const timer = setTimeout(() => stop({ timedOut: true }), Math.min(run.timeout, LONGEST_DELAY));
		run.abort?.addEventListener("abort", () => stop({ timedOut: true }));
		child.on("error", (error) => stop({ startError: error.message }));
		child.on("exit", (code, signal) => stop({ ...(code === null ? {} : { status: code }), ...(signal ? { signal } : {}) }));

		function stop(how: Omit<Ending, "lastLines">): void {
			if (ending) return;
			ending = how;
			clearTimeout(timer);
			kill();
			const drained = setTimeout(end, DRAIN_MS);
			child.on("close", () => {
				clearTimeout(drained);
				end();
			});
		}

		function end(): void {
			// A process that could not be killed may hold the other ends: this one is not to wait for it.
			for (const stream of [child.stdout, child.stderr, child.stdio[3]]) stream?.destroy();
			for (const lines of [output, errors]) lines.end();
			release();
			resolve({ ...ending, ...(ranDry ? { ranDry } : {}), lastLines });
		}
	});
}

function keep(lines: string[], line: string): void {
	lines.push(line);
	const length = () => lines.reduce((sum, each) => sum + each.length, 0);
	while (lines.length > KEPT_LINES || (lines.length > 1 && length() > KEPT_LENGTH)) lines.shift();
}

/** @returns what ends the tie */
function endTogether(kill: () => void): () => void {
	const onSignal = (signal: NodeJS.Signals) => {
		kill();
		release();
		process.kill(process.pid, signal);
	};
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
	const release = () => {
		process.off("exit", kill);
		for (const signal of signals) process.off(signal, onSignal);
	};
	process.on("exit", kill);
	for (const signal of signals) process.on(signal, onSignal);
	return release;
}

/** Kills a process and its group; on Windows, which has no groups, the process alone. */
function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === "win32") child.kill("SIGKILL");
		else process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has ended already.
	}
}
