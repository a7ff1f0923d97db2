import { join } from "node:path";
import { type Run, runToEnd } from "../../policies/sources/program/process/process";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";

const WAITS = "setInterval(() => {}, 1000)";

const run = (script: string, how: Partial<Run>) =>
	runToEnd({
		nodeArguments: [],
		preloads: [],
		arguments: ["-e", script],
		folder: __dirname,
		environment: {},
		timeout: 500,
		lastProgress: () => 0,
		onLine: () => {},
		...how,
	});

describe("the timeout counts from the last progress", () => {
	it.each<[string, string, Partial<Run>, object, readonly [number, number]]>([
		["a process without progress", WAITS, {}, { timedOut: "idle" }, [500, 2500]],
		["one that always progresses", WAITS, { lastProgress: () => performance.now() }, { timedOut: "in-progress" }, [2500, 20_000]],
		["one that ends in time", "", { timeout: 60_000 }, { status: 0 }, [0, 60_000]],
		["one that may take months", "", { timeout: 1e10 }, { status: 0 }, [0, 60_000]],
	])("%s", async (_what, script, how, ending, [least, most]) => {
		const start = performance.now();
		expect(await run(script, how)).toEqual({ ...ending, lastLines: [] });
		const took = performance.now() - start;
		expect(took).toBeGreaterThan(least - 10);
		expect(took).toBeLessThan(most);
	});

	it("stops where progress stops", async () => {
		const start = performance.now();
		const lastProgress = () => Math.min(performance.now(), start + 1000);
		expect(await run(WAITS, { lastProgress })).toMatchObject({ timedOut: "idle" });
		expect(performance.now() - start).toBeGreaterThan(1490);
	});
});

it("a program may take longer than the timeout while it registers resources", async () => {
	const project = readProject(join(__dirname, "programs/failing"));
	const { resources } = await runProgram(project, "failing", { stack: "takes-its-time", timeout: 8000, predictOutputs: false });
	expect(resources.filter(({ name }) => name.startsWith("slow-"))).toHaveLength(12);
});
