import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface Run {
	readonly nodeArguments: readonly string[];
	/** What Node.js runs before the program, each the text of an ES module. */
	readonly preloads: readonly string[];
	readonly arguments: readonly string[];
	readonly folder: string;
	readonly environment: Readonly<Record<string, string>>;
	/** In milliseconds. */
	readonly timeout: number;
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

/** Runs Node.js and waits for its end. Nothing that it started is left running, however this one ends. */
export function runToEnd(run: Run): Promise<Ending> {
	const preloads = run.preloads.map((text) => `--import=data:text/javascript,${encodeURIComponent(text)}`);
	const child = spawn(process.execPath, [...run.nodeArguments, ...preloads, ...run.arguments], {
		cwd: run.folder,
		// The last one is for the report of an empty event loop (preload.ts).
		stdio: ["ignore", "pipe", "pipe", "pipe"],
		env: { ...process.env, ...run.environment },
		// A process group of its own can be ended as a whole.
		detached: process.platform !== "win32",
	}) as ChildProcessByStdio<null, Readable, Readable>;
	const lastLines: string[] = [];
	onLines(child.stdout, run.onLine);
	onLines(child.stderr, (line) => {
		lastLines.push(line);
		if (lastLines.length > KEPT_LINES) lastLines.shift();
		run.onLine(line);
	});
	let ranDry = false;
	child.stdio[3]?.on("data", () => {
		ranDry = true;
	});
	const release = endTogether(child);
	return new Promise((resolve) => {
		const end = (ending: Omit<Ending, "lastLines">) => {
			clearTimeout(timer);
			release();
			resolve({ ...ending, ...(ranDry ? { ranDry } : {}), lastLines });
		};
		const timer = setTimeout(
			() => {
				kill(child);
				end({ timedOut: true });
			},
			Math.min(run.timeout, LONGEST_DELAY),
		);
		child.on("error", (error) => end({ startError: error.message }));
		child.on("exit", (code, signal) => {
			kill(child);
			const ending = { ...(code === null ? {} : { status: code }), ...(signal ? { signal } : {}) };
			const drained = setTimeout(() => end(ending), DRAIN_MS);
			child.on("close", () => {
				clearTimeout(drained);
				end(ending);
			});
		});
	});
}

function onLines(stream: Readable, take: (line: string) => void): void {
	createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", take);
}

/** @returns what ends the tie */
function endTogether(child: ChildProcess): () => void {
	const onExit = () => kill(child);
	const onSignal = (signal: NodeJS.Signals) => {
		kill(child);
		release();
		process.kill(process.pid, signal);
	};
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
	const release = () => {
		process.off("exit", onExit);
		for (const signal of signals) process.off(signal, onSignal);
	};
	process.on("exit", onExit);
	for (const signal of signals) process.on(signal, onSignal);
	return release;
}

/** Ends a process and everything that it started. */
function kill(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === "win32") child.kill("SIGKILL");
		else process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has ended already.
	}
}
