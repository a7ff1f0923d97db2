import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { command, start } from "../support/command";
import { isGone } from "../support/running";
import { temporaryFolder } from "../support/temporary";

const PROGRAMS = join(__dirname, "../sources/programs");
const STATES = join(__dirname, "../fixtures/states");
const EMPTY = JSON.stringify({ version: 3, deployment: { resources: [] } });

describe("the exit status", () => {
	it("is 1 where something blocks, and 0 with --exit-zero and where nothing does", async () => {
		const blocked = join(STATES, "distribution.json");
		const outcomes = await Promise.all([
			command(["check", blocked]),
			command(["check", blocked, "--exit-zero"]),
			command(["check", blocked, "--profile", "staging"]),
			command(["check", "-"], { input: EMPTY }),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual([1, 0, 0, 0]);
		for (const { stderr } of outcomes) expect(stderr).toBe("");
	});

	it("is 2 with one line where a program fails, and no stack trace", async () => {
		const { status, stdout, stderr } = await command(["check", join(PROGRAMS, "failing"), "--stack", "says-a-secret"], {
			env: { SHOP_API_TOKEN: "not-a-real-token" },
		});
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toMatch(
			/^scalekit-readiness: [^\n]*the program failed: cannot log in with \[secret\] and \[secret\] \(index\.js:\d+\);[^\n]*\n$/,
		);
	});

	it("is 2 where a program does not end in time", async () => {
		const { status, stdout, stderr } = await command(["check", join(PROGRAMS, "failing"), "--stack", "never-ends", "--timeout", "0.5"]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toMatch(/^scalekit-readiness: [^\n]*the program did not end within 0.5 s[^\n]*\n$/);
	});

	it("shows progress only after a second", async () => {
		const [slow, fast] = await Promise.all([
			command(["check", join(PROGRAMS, "failing"), "--stack", "never-ends", "--timeout", "1.5"]),
			command(["check", "-"], { input: EMPTY }),
		]);
		expect(slow.progress).toEqual([`reading ${join(PROGRAMS, "failing")} …\n`]);
		expect(fast.progress).toEqual([]);
	});

	it("is the signal's if the command is killed, and its program's processes are killed too", async () => {
		const child = start(["--debug", "check", join(PROGRAMS, "failing"), "--stack", "never-ends"]);
		const pids = await new Promise<readonly string[]>((resolve) =>
			child.stderr.on("data", (chunk: Buffer) => {
				const found = /pids (\d+) (\d+)/.exec(chunk.toString());
				if (found) resolve(found.slice(1));
			}),
		);
		child.kill("SIGTERM");
		const signal = await new Promise((resolve) => child.on("close", (_status, by) => resolve(by)));
		expect(signal).toBe("SIGTERM");
		expect(await Promise.all(pids.map((pid) => isGone(Number(pid))))).toEqual([true, true]);
	});
});

describe("the report of a program", () => {
	it("lists limitations, and shows no placeholders of secrets", async () => {
		const folder = temporaryFolder();
		const outcome = await command(
			[
				...["--debug", "check", "features", "esm", "--stack", "prod", "--all"],
				...["--format", `json=${join(folder, "report.json")}`, "--format", `sarif=${join(folder, "report.sarif")}`],
			],
			{ cwd: PROGRAMS },
		);
		expect(outcome.status).toBe(0);
		const files = ["report.json", "report.sarif"].map((name) => readFileSync(join(folder, name), "utf8"));
		for (const text of [outcome.stdout, outcome.stderr, ...files]) {
			expect(text).not.toMatch(/7\d{14}/);
			expect(text).not.toMatch(/hunter2|ciphertext/);
		}
		expect(outcome.stderr).toContain("the token is [secret]");
		const { coverage, stacks } = JSON.parse(files[0] as string) as Report;
		expect(stacks.map(({ project, stack, kind }) => `${kind} ${project}/${stack}`)).toEqual(["program features/prod", "program esm/prod"]);
		expect(coverage.remoteComponents.map(({ name }) => name)).toEqual(["balancer"]);
		expect(coverage.limitations).toContainEqual(expect.stringContaining("data source aws:ec2/getVpc:getVpc is not evaluated offline"));
		expect(outcome.stdout).toContain("No blocking findings in the visible resources; those of 1 remote component are not visible.");
		expect(outcome.stdout).not.toMatch(/infrastructure part passes|nothing to look at in this stack|Nothing here blocks/);
		expect(outcome.stdout).toContain('Remote components whose resources are not visible here: eks:index:Cluster "balancer".');
	});
});

describe("the report of a file", () => {
	const step = (type: string, name: string, inputs: object) => ({
		op: "create",
		urn: `urn:pulumi:prod::shop::${type}::${name}`,
		newState: { urn: `urn:pulumi:prod::shop::${type}::${name}`, type, custom: true, inputs },
	});

	it("is undetermined about missing resources if unchanged resources are omitted", async () => {
		const fn = step("aws:lambda/function:Function", "webhook", { handler: "index.handler", runtime: "nodejs22.x" });
		const previews = [
			{ create: 1, same: 0 },
			{ create: 1, same: 12 },
		].map((changeSummary) => JSON.stringify({ steps: [fn], changeSummary }));
		const [whole, partial] = await Promise.all(
			previews.map(async (input) => JSON.parse((await command(["check", "-", "--format", "json"], { input })).stdout) as Report),
		);
		const verdict = (report?: Report) => report?.findings.find((each) => each.rule === "lambda-log-group-explicit")?.verdict;
		expect([verdict(whole), verdict(partial)]).toEqual(["fail", "undetermined"]);
		expect(partial?.coverage.limitations).toEqual([
			'stdin does not contain 11 unchanged resources, so missing resources cannot be detected; use "pulumi preview --json --show-sames".',
		]);
	});

	it("accepts several inputs, and reports those without evaluated resources", async () => {
		const file = join(temporaryFolder(), "empty.json");
		writeFileSync(file, EMPTY);
		const { stdout } = await command(["check", file, join(STATES, "alarms.json"), "--format", "json"]);
		const { coverage, stacks } = JSON.parse(stdout) as Report;
		expect(coverage.limitations).toEqual([`${file} contains no resources; nothing was evaluated.`]);
		expect(stacks.map(({ project, stack }) => [project, stack])).toEqual([
			[null, null],
			["shop-monitoring", "prod"],
		]);
	});
});
