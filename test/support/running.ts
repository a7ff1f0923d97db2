import { existsSync, readFileSync } from "node:fs";

/** True once no process of that id runs: a killed process remains in the table until it is reaped. */
export async function isGone(pid: number, attempts = 50): Promise<boolean> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		if (!isRunning(pid)) return true;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return false;
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
}
