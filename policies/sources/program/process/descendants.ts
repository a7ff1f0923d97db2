import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Number of searches: processes may start others meanwhile. */
const ATTEMPTS = 20;

/** The time before the last search, for processes that are just starting. */
const PAUSE_MS = 100;

/** What identifies the processes that a program started, on Linux, where `/proc` shows all processes. */
export interface Traces {
	/** The program's process. */
	readonly pid: number;
	/** `NAME=value` in the environment, with a value that no other process has. Child processes inherit it unless they get an environment of their own. */
	readonly variable: string;
	/** The files that the program's output goes to, which child processes may hold. */
	readonly outputs: readonly string[];
}

/** The files that a process's stdout and stderr go to; empty on other systems than Linux. */
export function outputsOf(pid: number): readonly string[] {
	return [1, 2].flatMap((descriptor) => targetOf(`/proc/${pid}/fd/${descriptor}`) ?? []);
}

/**
 * Kills all processes that a program started, also those in their own process group or session. On Linux only: on macOS and Windows, which do not show the
 * environment of other processes in files, a process in its own group survives. On Linux, a process survives if it has another environment and output than
 * the program, and its parent has ended.
 */
export function killDescendants(traces: Traces): void {
	let hasFound = false;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const found = familyOf(traces, processes());
		for (const pid of found) killOne(pid);
		if (found.length === 0 && !hasFound) return;
		// A process whose parent was killed while starting it has no environment yet.
		if (found.length === 0) pause();
		hasFound = found.length > 0;
	}
}

function pause(): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

interface Process {
	readonly pid: number;
	readonly parent: number;
	/** The process that created its session; it may have ended. */
	readonly session: number;
}

/** Found before the first one is killed, because the children of a killed process get another parent. */
function familyOf({ pid, variable, outputs }: Traces, all: readonly Process[]): readonly number[] {
	const isTraced = (each: number) => environmentOf(each).includes(variable) || outputsOf(each).some((file) => outputs.includes(file));
	const family = new Set([pid, ...all.map((each) => each.pid).filter(isTraced)]);
	for (let before = 0; before < family.size; ) {
		before = family.size;
		for (const each of all) if (family.has(each.parent) || family.has(each.session)) family.add(each.pid);
	}
	return all.map((each) => each.pid).filter((each) => family.has(each));
}

/** All other processes that have not ended. */
function processes(): readonly Process[] {
	try {
		return readdirSync("/proc").flatMap((name) => processOf(Number(name)) ?? []);
	} catch {
		return [];
	}
}

function processOf(pid: number): Process | undefined {
	if (!Number.isInteger(pid) || pid === process.pid) return undefined;
	try {
		// The name in parentheses may contain anything.
		const [state, parent, , session] = readFileSync(`/proc/${pid}/stat`, "latin1")
			.replace(/^.*\) /s, "")
			.split(" ");
		return state === "Z" || state === "X" ? undefined : { pid, parent: Number(parent), session: Number(session) };
	} catch {
		return undefined;
	}
}

/** Empty if the process has ended or belongs to another user. */
function environmentOf(pid: number): readonly string[] {
	try {
		return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
	} catch {
		return [];
	}
}

function targetOf(link: string): string | undefined {
	try {
		return readlinkSync(link);
	} catch {
		return undefined;
	}
}

function killOne(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It has already ended.
	}
}
