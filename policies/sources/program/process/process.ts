import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { killDescendants, outputsOf } from "./descendants";
import { Lines } from "./lines";
import { type ExitCall, MARK, type ProcessReport } from "./preload";

export interface Run {
	readonly nodeArguments: readonly string[];
	/** Source texts of modules that Node.js runs before the program. */
	readonly preloads: readonly string[];
	readonly arguments: readonly string[];
	readonly folder: string;
	/** The complete environment: this process's own is not added. */
	readonly environment: Readonly<Record<string, string>>;
	/** In milliseconds, since its start or its last progress. */
	readonly timeout: number;
	/** When it last progressed, as `performance.now()`. */
	readonly lastProgress: () => number;
	/** Kills the process on abort, as on timeout. */
	readonly abort?: AbortSignal;
	readonly onLine: (line: string) => void;
}

/** How a process ended. */
export interface Ending {
	/** Undefined if it was killed. */
	readonly status?: number;
	readonly signal?: string;
	/** "in-progress" if it progressed to the end of its total time. */
	readonly timedOut?: "idle" | "in-progress";
	/** True if its event loop was empty, so that it ended by itself. */
	readonly ranDry?: boolean;
	/** Its first call of `process.exit`. */
	readonly exitCall?: ExitCall;
	/** True if it was killed because it printed a line longer than `LONGEST_LINE`. */
	readonly lineTooLong?: boolean;
	/** Why it could not be started at all. */
	readonly startError?: string;
	/** The last lines of its stderr. */
	readonly lastLines: readonly string[];
}

/** How many times the timeout a program may take that makes progress. */
export const TOTAL_TIMEOUTS = 5;

/** The longest delay of a Node.js timer. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How long to wait for output after a process has ended. */
const DRAIN_MS = 1000;

/** A crash of Node.js itself prints about forty. */
const KEPT_LINES = 60;

/** The limit of these lines in UTF-16 code units; the last line is always kept. */
const KEPT_LENGTH = 1024 * 1024;

/** Runs Node.js and waits for its end. Child processes are killed in all cases. */
export function runToEnd(run: Run): Promise<Ending> {
	const mark = randomUUID();
	const preloads = run.preloads.map((text) => `--import=data:text/javascript,${encodeURIComponent(text)}`);
	const child = spawn(process.execPath, [...run.nodeArguments, ...preloads, ...run.arguments], {
		cwd: run.folder,
		// The last descriptor is for reports of how it ends (preload.ts).
		stdio: ["ignore", "pipe", "pipe", "pipe"],
		env: { ...run.environment, [MARK]: mark },
		// A separate process group can be killed as a whole.
		detached: process.platform !== "win32",
	}) as ChildProcessByStdio<null, Readable, Readable>;
	const reportStream = child.stdio[3] as Readable;
	const { pid } = child;
	const outputs = pid === undefined ? [] : outputsOf(pid);
	const kill = () => {
		if (pid === undefined) return;
		killDescendants({ pid, variable: `${MARK}=${mark}`, outputs });
		killGroup(child);
	};
	const release = endTogether(kill);
	const lastLines: string[] = [];
	let reported: Pick<Ending, "ranDry" | "exitCall"> = {};
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
		const reports = new Lines(
			(line) => {
				reported = { ...reported, ...parseReport(line) };
			},
			() => {},
		);
		reportStream.on("data", (chunk: Buffer) => reports.push(chunk));
		const start = performance.now();
		let timer: NodeJS.Timeout;
		checkTime();
		run.abort?.addEventListener("abort", () => stop({ timedOut: "idle" }));
		child.on("error", (error) => stop({ startError: error.message }));
		child.on("exit", (code, signal) => stop({ ...(code === null ? {} : { status: code }), ...(signal ? { signal } : {}) }));

		function checkTime(): void {
			const now = performance.now();
			const idle = Math.max(start, run.lastProgress()) + run.timeout - now;
			const total = start + TOTAL_TIMEOUTS * run.timeout - now;
			if (idle <= 0 || total <= 0) stop({ timedOut: idle <= 0 ? "idle" : "in-progress" });
			else timer = setTimeout(checkTime, Math.min(idle, total, LONGEST_DELAY));
		}

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
			// A process that could not be killed may keep the pipes open: do not wait for it.
			for (const stream of [child.stdout, child.stderr, reportStream]) stream.destroy();
			for (const lines of [output, errors]) lines.end();
			release();
			resolve({ ...ending, ...reported, lastLines });
		}
	});
}

function parseReport(line: string): Pick<Ending, "ranDry" | "exitCall"> {
	try {
		const report = JSON.parse(line) as ProcessReport;
		return "exit" in report ? { exitCall: report.exit } : { ranDry: true };
	} catch {
		// A program may write to any descriptor.
		return {};
	}
}

function keep(lines: string[], line: string): void {
	lines.push(line);
	const length = () => lines.reduce((sum, each) => sum + each.length, 0);
	while (lines.length > KEPT_LINES || (lines.length > 1 && length() > KEPT_LENGTH)) lines.shift();
}

/** @returns a function that unregisters */
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

/** Kills a process and its group; on Windows, which has no groups, the process only. */
function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === "win32") child.kill("SIGKILL");
		else process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has already ended.
	}
}
