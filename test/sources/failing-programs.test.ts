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
	it("is ended with everything that it started, and told apart where its code had run to the end", async () => {
		const { message, pids, limit } = await timedOut("never-ends");
		expect(message).toBe(
			`failing: the program did not end within ${limit} s, though its code ran to the end: something keeps it alive, such as a timer, a server or an open connection`,
		);
		expect(pids).toHaveLength(2);
		for (const pid of pids) expect(await isGone(pid)).toBe(true);
	});

	it("is ended in a loop, too", async () => {
		const { message, pids, limit } = await timedOut("spins");
		expect(message).toBe(`failing: the program did not end within ${limit} s; --timeout gives it longer`);
		expect(pids).toHaveLength(1);
		for (const pid of pids) expect(await isGone(pid)).toBe(true);
	});

	it("takes its children with it also where it ends by itself", async () => {
		const lines: string[] = [];
		await runProgram(project, "failing", { stack: "leaves-a-child", timeout: 60_000, onLine: (line) => lines.push(line) });
		const [pid] = lines.find((line) => line.startsWith("child"))?.match(/\d+/g) ?? [];
		expect(await isGone(Number(pid))).toBe(true);
	});
});

/** Runs out of time once the program has come to where it stays, however slow the machine is. */
async function timedOut(stack: string, limit = 3): Promise<{ message: string; pids: readonly number[]; limit: number }> {
	const { message, lines } = await failure(stack, limit * 1000);
	const pids = lines.find((line) => line.startsWith("pids"))?.match(/\d+/g) ?? [];
	return pids.length === 0 && limit < 30 ? timedOut(stack, limit * 2) : { message, pids: pids.map(Number), limit };
}
