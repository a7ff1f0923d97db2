import { readdirSync, readFileSync } from "node:fs";

/** Number of searches: processes may start others meanwhile. */
const ATTEMPTS = 20;

/**
 * Kills all processes that have a variable in their environment. Child processes inherit it, also in their own process group or session. Works on Linux only,
 * through `/proc`: on macOS and Windows, a process in its own group survives.
 *
 * @param variable `NAME=value`, with a value that no other process has
 */
export function killMarked(variable: string): void {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const marked = processes().filter((pid) => pid !== process.pid && environmentOf(pid).includes(variable));
		if (marked.length === 0) return;
		for (const pid of marked) killOne(pid);
	}
}

function processes(): readonly number[] {
	try {
		return readdirSync("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
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

function killOne(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It has already ended.
	}
}
