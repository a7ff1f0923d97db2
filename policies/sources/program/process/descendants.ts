import { readdirSync, readFileSync } from "node:fs";

/** How often processes are looked for: one may start another meanwhile. */
const ATTEMPTS = 20;

/**
 * Kills every process whose environment holds a variable. Processes inherit it from the one that starts them, also those
 * in a process group or session of their own. Works where the system shows environments in `/proc` (Linux); elsewhere it
 * does nothing, so that a process in a group of its own survives on macOS and Windows.
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

/** Empty where the process has ended, or where it is another user's. */
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
		// It has ended already.
	}
}
