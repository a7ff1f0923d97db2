import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackClient, type StartOptions } from "../test/support/pack-client";
import { inTurns, median, type Row } from "./figures";

const TURNS = 15;

/** A pack's time from start to its first response, and its memory then. */
export async function start(root: string): Promise<readonly Row[]> {
	const programFolder = tmpdir();
	const memory: number[] = [];
	const executable = await inTurns(TURNS, () => answered({ door: "executable", programFolder, pack: root }, memory), bareNode);
	const folder = await inTurns(
		TURNS,
		() => answered({ door: "folder", programFolder, pack: root }),
		() => answered({ door: "folder", programFolder, pack: join(root, "bench/packs/empty") }),
	);
	const detail = (pair: { one: number; other: number }, other: string) =>
		`${pair.one.toFixed(0)} ms against ${pair.other.toFixed(0)} ms for ${other}`;
	return [
		{
			what: "executable pack, start to GetAnalyzerInfo, beyond bare node",
			measured: executable.one - executable.other,
			atMost: 60,
			unit: " ms",
			detail: detail(executable, "node -e 0"),
		},
		{ what: "executable pack, memory after start", measured: median(memory), atMost: 80, unit: " MB", detail: "resident set" },
		{
			what: "folder pack, start to GetAnalyzerInfo",
			measured: folder.one / folder.other,
			atMost: 1,
			unit: " ×",
			detail: detail(folder, "an empty pack on the stock SDK"),
		},
	];
}

async function answered(options: StartOptions, memory?: number[]): Promise<number> {
	const before = performance.now();
	const pack = await PackClient.start(options);
	await pack.info();
	const took = performance.now() - before;
	memory?.push(residentMegabytes(pack.process.pid as number));
	pack.stop();
	return took;
}

async function bareNode(): Promise<number> {
	const before = performance.now();
	spawnSync(process.execPath, ["-e", "0"]);
	return performance.now() - before;
}

function residentMegabytes(pid: number): number {
	if (process.platform === "linux") {
		const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
		return Number(kilobytes) / 1024;
	}
	return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}
