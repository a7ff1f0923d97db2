import { join } from "node:path";
import { readProject } from "../policies/sources/program/project/project";
import { runProgram } from "../policies/sources/program/run";
import { timed } from "./check";
import { inTurns, type Row } from "./figures";

/** The whole command on a program, with and without predicted outputs, and its phases. */
export async function program(root: string): Promise<readonly Row[]> {
	const folder = join(root, "examples/ready");
	const command = [join(root, "bin/scalekit-readiness.js"), "check", folder, "--format", "json"];
	const whole = await inTurns(5, timed(command), timed([...command, "--no-predicted-outputs"]));
	const runs = await inTurns(5, running(folder, true), running(folder, false));
	return [
		{
			what: "check of examples/ready, whole process, with predicted outputs",
			measured: whole.one / whole.other,
			atMost: 2,
			unit: " ×",
			detail: `${whole.one.toFixed(0)} ms against ${whole.other.toFixed(0)} ms without; ${runs.one.toFixed(0)} and ${runs.other.toFixed(0)} ms of it in the program, the rest in reading and evaluation`,
		},
	];
}

function running(folder: string, predictOutputs: boolean): () => Promise<number> {
	return async () => {
		const before = performance.now();
		await runProgram(readProject(folder), folder, { stack: "prod", timeout: 60_000, predictOutputs });
		return performance.now() - before;
	};
}
