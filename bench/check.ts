import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurns, type Row } from "./figures";
import { asExport, bigStack } from "./stack";

/** The whole command on a state, compared with a process that only parses the file. */
export async function check(root: string): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	try {
		const rows: Row[] = [];
		for (const size of [10_000, 50_000]) {
			const file = join(folder, `${size}.json`);
			writeFileSync(file, asExport(bigStack(size)));
			const command = [join(root, "bin/scalekit-readiness.js"), "check", file, "--format", "json"];
			const parse = ["-e", `JSON.parse(require("fs").readFileSync(${JSON.stringify(file)}, "utf8"))`];
			const { one, other } = await inTurns(5, timed(command), timed(parse));
			rows.push({
				what: `check of ${size} resources, whole process`,
				measured: one / other,
				atMost: 5,
				unit: " ×",
				detail: `${one.toFixed(0)} ms against ${other.toFixed(0)} ms for JSON.parse`,
			});
		}
		return rows;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

export function timed(args: readonly string[]): () => Promise<number> {
	return async () => {
		const before = performance.now();
		const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 28 });
		if (status === null || status > 1) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
		return performance.now() - before;
	};
}
