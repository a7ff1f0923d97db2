import { join } from "node:path";
import { readProject } from "../../policies/sources/program/project";
import { runProgram } from "../../policies/sources/program/run";
import { isGone } from "../support/running";

const project = readProject(join(__dirname, "programs/failing"));

/** How the program fails is the name of its stack. */
async function failure(stack: string, timeout = 60_000): Promise<{ message: string; lines: readonly string[] }> {
	const lines: string[] = [];
	const error = await runProgram(project, "failing", { stack, timeout, onLine: (line) => lines.push(line) }).then(
		() => new Error("it did not fail"),
		(reason: Error) => reason,
	);
	return { message: error.message, lines };
}

describe("a program that fails is explained in one line", () => {
	it.concurrent.each([
		["throws", "the program failed: it broke"],
		["throws-later", "the program failed: it broke later"],
		["rejects", "the program failed: nobody handles this"],
		["throws-text", "the program failed: only text"],
		["leaves-badly", "the program failed: FatalError: no more room"],
		["leaves-silently", "the program ended with exit status 1 and gave no reason; does it call process.exit?"],
		["leaves-early", "the program ended before it was done: it calls process.exit, and what it registers after that is lost"],
		["misses-a-package", "the program failed: Cannot find module 'not-installed-here'; run \"npm install\" for it first"],
		["misses-a-file", "the program failed: Cannot find module './not-here'"],
		["logs-an-error", "the program failed: this is not allowed"],
		[
			"says-a-secret",
			"the program failed: cannot log in with [secret] and undefined; [secret] stands for an encrypted value, which cannot be read here",
		],
		[
			"misses-configuration",
			"the program failed: Missing required configuration variable 'failing:nobodySetsThis'; there is no stack file that sets it: --stack names one",
		],
		[
			"registers-twice",
			'the program failed: failed to register new resource first [aws:s3/bucket:Bucket]: there are two resources of the type aws:s3/bucket:Bucket with the name "first"',
		],
		[
			"transform-throws",
			"the program failed: failed to register new resource second [aws:s3/bucket:Bucket]: transform failed: Error: no tags",
		],
		[
			"reads-into-nothing",
			'the program failed: TypeError: (intermediate value).cidrBlock.split is not a function; nothing answers data source aws:ec2/getVpc:getVpc here: give what "pulumi preview --json --show-sames" writes',
		],
	])("%s", async (way, message) => {
		expect((await failure(way)).message).toBe(`failing: ${message}`);
	});
});

describe("a program that does not end", () => {
	it.concurrent.each([
		[
			"never-ends",
			"the program did not end within 5 s, though its code ran to the end: something keeps it alive, such as a timer, a server or an open connection",
		],
		["spins", "the program did not end within 5 s; --timeout gives it longer"],
	])("%s", async (way, message) => {
		const { message: said, lines } = await failure(way, 5000);
		expect(said).toBe(`failing: ${message}`);
		const pids = lines.find((line) => line.startsWith("pids"))?.match(/\d+/g) ?? [];
		for (const pid of pids) expect(await isGone(Number(pid))).toBe(true);
		if (way === "never-ends") expect(pids).toHaveLength(2);
	});

	it("takes its children with it also where it ends by itself", async () => {
		const lines: string[] = [];
		await runProgram(project, "failing", { stack: "leaves-a-child", timeout: 60_000, onLine: (line) => lines.push(line) });
		const [pid] = lines.find((line) => line.startsWith("child"))?.match(/\d+/g) ?? [];
		expect(await isGone(Number(pid))).toBe(true);
	});
});
