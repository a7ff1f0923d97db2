import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import { isGone } from "../support/running";
import { temporaryFolder } from "../support/temporary";

const FOLDER = join(__dirname, "programs/failing");
const project = readProject(FOLDER);
const lines = readFileSync(join(FOLDER, "index.js"), "utf8").split("\n");

/** The number of the program's first line with this text. */
const lineWith = (part: string) => String(lines.findIndex((line) => line.includes(part)) + 1);

const LOST = "before it was complete: resources that it would register later are missing";

const AWAITS =
	'the program ended early: it awaits a value that is never resolved in a preview, such as an output; use "apply" or "pulumi.all" instead, or check the output of "pulumi stack export"';
const EXITS = `the program called process.exit(0) (index.js:<exit>) ${LOST}`;
const AT_LENGTH = `${"step, ".repeat(100)}and then the reason`;

/** The message with line numbers for `<text in the line>`, and for `<exit>` the line of this way's exit. */
function withLines(message: string, way: string): string {
	const start = lines.findIndex((line) => line.includes(`${way}":`));
	const exit = lines.findIndex((line, index) => index >= start && /exit\(/i.test(line));
	return message.replace(/<(.+?)>/, (_, part: string) => (part === "exit" ? String(exit + 1) : lineWith(part)));
}

/** How the program fails is the name of its stack. */
async function failure(stack: string, timeout = 60_000): Promise<{ message: string; lines: readonly string[] }> {
	const lines: string[] = [];
	const error = await runProgram(project, "failing", { stack, timeout, predictOutputs: false, onLine: (line) => lines.push(line) }).then(
		() => new Error("it did not fail"),
		(reason: Error) => reason,
	);
	return { message: error.message, lines };
}

describe("a program that fails is explained in one line", () => {
	it.concurrent.each([
		["throws", 'the program failed: it broke (index.js:<throw new Error("it broke\\n>)'],
		["throws-later", "the program failed: it broke later (index.js:<it broke later>)"],
		["rejects", "the program failed: unhandled rejection here (index.js:<unhandled rejection here>)"],
		["throws-text", "the program failed: only text"],
		["leaves-badly", "the program called process.exit(3) (index.js:<exit>); last output: FatalError: no more room"],
		["leaves-with-a-reason", "the program called process.exit(3) (index.js:<exit>); last output: some reason"],
		["is-ended", "the program was killed by SIGKILL without an error message"],
		["throws-in-a-package", "the program failed: ENOENT: no such file or directory, open '/nowhere/at-all' (index.js:</nowhere/at-all>)"],
		["leaves-silently", "the program called process.exit(1) (index.js:<exit>) without an error message"],
		["leaves-silently-with-a-text", "the program called process.exit(7) (index.js:<exit>) without an error message"],
		["sets-its-status", "the program ended with exit status 5 without an error message"],
		["leaves-early", EXITS],
		["exits-early", EXITS],
		["exits-at-once", EXITS],
		["exits-while-it-registers", EXITS],
		["exits-before-it-registers", EXITS],
		["exits-in-a-callback", EXITS],
		["exits-unseen", `the program exited with status 0 ${LOST}`],
		["exits-after-a-rejection", EXITS],
		["awaits-an-output", AWAITS],
		["leaves-with-output", "the program called process.exit(3) (index.js:<exit>); last output: no such account"],
		["throws-with-a-cause", "the program failed: cannot load the settings: TypeError: not a name (index.js:<cannot load the settings>)"],
		["throws-several", "the program failed: AggregateError: nothing works: first reason (index.js:<nothing works>)"],
		["throws-nothing-said", "the program failed: RangeError (index.js:<new RangeError()>)"],
		["throws-what-refers-to-itself", "the program failed: it goes round (index.js:<it goes round>)"],
		["throws-a-list", "the program failed: these names are taken: - shop - cart (index.js:<these names are taken>)"],
		["throws-at-length", `the program failed: ${"step, ".repeat(25)} … ${AT_LENGTH.slice(-150)} (index.js:<and then the reason>)`],
		[
			"misses-a-package",
			"the program failed: Cannot find module 'not-installed-here' (index.js:<not-installed>); run \"npm install\" first",
		],
		["misses-a-file", "the program failed: Cannot find module './not-here' (index.js:<./not-here>)"],
		["logs-an-error", "the program failed: this is not allowed"],
		[
			"says-a-secret",
			"the program failed: cannot log in with [secret] and undefined (index.js:<cannot log in>); [secret] replaces an encrypted value, which cannot be read here",
		],
		[
			"misses-configuration",
			"the program failed: Missing required configuration variable 'failing:nobodySetsThis'; set it with --config failing:nobodySetsThis=VALUE; Pulumi.misses-configuration.yaml does not set it",
		],
		[
			"registers-twice",
			'the program failed: failed to register new resource first [aws:s3/bucket:Bucket]: duplicate resource: type aws:s3/bucket:Bucket, name "first" (index.js:<super>)',
		],
		[
			"transform-throws",
			"the program failed: failed to register new resource second [aws:s3/bucket:Bucket]: transform failed: Error: no tags (index.js:<super>)",
		],
		[
			"reads-into-nothing",
			'the program failed: TypeError: (intermediate value).cidrBlock.split is not a function (index.js:<cidrBlock.split>); data source aws:ec2/getVpc:getVpc cannot be evaluated offline: check the output of "pulumi preview --json --show-sames"',
		],
	])("%s", async (way, message) => {
		expect((await failure(way)).message).toBe(`failing: ${withLines(message, way)}`);
	});

	it("is complete if it calls process.exit at its end", async () => {
		expect((await failure("exits-at-its-end")).message).toBe("it did not fail");
	});

	it("hands-over-what-never-arrives, with the waiting resource if the SDK reports it (since 3.249)", async () => {
		const waiting = 'the program ended early: "second" [aws:s3/bucket:Bucket] was waiting for the value of its input property "later"';
		expect([`failing: ${waiting}`, `failing: ${AWAITS}`]).toContain((await failure("hands-over-what-never-arrives")).message);
	});
});

describe("a program that cannot run is explained in one line", () => {
	const rejection = async (files: Readonly<Record<string, string>>) => {
		const folder = temporaryFolder({ "Pulumi.yaml": "name: made\nruntime: nodejs\n", "package.json": '{ "main": "index.js" }', ...files });
		mkdirSync(join(folder, "node_modules"), { recursive: true });
		symlinkSync(join(__dirname, "../../node_modules/@pulumi"), join(folder, "node_modules/@pulumi"));
		try {
			await runProgram(readProject(folder), "made", { stack: "dev", timeout: 60_000, predictOutputs: false });
			return "it did not fail";
		} catch (error) {
			return (error as Error).message.replace(folder, "…");
		}
	};

	it.concurrent.each<[string, Readonly<Record<string, string>>, string | RegExp]>([
		[
			"TypeScript",
			{ "index.ts": "const a = 1;\n\nexport const b = ;\n", "package.json": '{ "main": "index.ts" }' },
			/^made: the program failed: TSError: ⨯ Unable to compile TypeScript: index\.ts.3.18.* error TS1109: Expression expected\.$/,
		],
		[
			"JavaScript",
			{ "index.js": "const error = 1;\nconst other = ;\n" },
			"made: the program failed: SyntaxError: Unexpected token ';' (index.js:2)",
		],
		[
			"an ES module",
			{ "index.js": "throw new TypeError('none');\n", "package.json": '{ "main": "index.js", "type": "module" }' },
			"made: the program failed: TypeError: none (index.js:1)",
		],
		[
			"one without its configuration",
			{ "index.js": 'new (require("@pulumi/pulumi").Config)().require("tier");' },
			"made: the program failed: Missing required configuration variable 'made:tier'; set it with --config made:tier=VALUE; no stack file sets it (choose one with --stack)",
		],
		[
			"an ES module that awaits an output",
			{
				"index.js":
					'import { CustomResource } from "@pulumi/pulumi"; await new Promise((resolve) => new CustomResource("a:b:C", "c").id.apply(resolve));',
				"package.json": '{ "main": "index.js", "type": "module" }',
			},
			`made: ${AWAITS}`,
		],
		[
			"an ES module that exits",
			{ "index.js": 'import { exit } from "node:process";\n\nexit();\n', "package.json": '{ "main": "index.js", "type": "module" }' },
			`made: the program called process.exit(0) (index.js:3) ${LOST}`,
		],
		[
			"one whose package exits",
			{ "index.js": 'require("yargs-like")();\n', "node_modules/yargs-like/index.js": "module.exports = () => process.exit(1);" },
			"made: the program called process.exit(1) (index.js:1) without an error message",
		],
		[
			"one whose child process exits",
			{
				"index.js":
					'const { fork } = require("node:child_process");\nmodule.exports = new Promise((_, reject) => fork("./child.js").on("message", (said) => reject(new Error(said))));',
				"child.js": 'process.send("from the child", () => process.exit(0));',
			},
			"made: the program failed: from the child (index.js:2)",
		],
		[
			"nothing",
			{ "package.json": "{}" },
			"made: the program ended with exit status 32; last output: Your program's 'main' file (…/index.js) does not exist.",
		],
		[
			"a folder that is not there",
			{ "Pulumi.yaml": "name: made\nruntime: nodejs\nmain: dist/index.js\n" },
			"…/Pulumi.yaml: main: dist/index.js does not exist; run the build first?",
		],
		["no main file", {}, /^made: the program failed: Cannot find module '….index\.js'\. Please verify/],
	])("%s", async (_what, files, message) => {
		expect(await rejection(files)).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
	});
});

describe("a program that says secrets of its environment", () => {
	const SECRETS = {
		SHOP_DATABASE_URL: "postgres://app:p%40ss-of-app@db.example.com/shop",
		GH_PAT: "not-a-real-pat-0123456789",
		STRIPE_API_KEY: "not-a-real-key-0123456789",
		SHOP_TOKEN: "not-a-real-pat",
		SHOP_PASSWD: "hunter2",
	};
	const before = { ...process.env };
	beforeAll(() => void Object.assign(process.env, SECRETS));
	afterAll(() => {
		for (const name of Object.keys(SECRETS)) {
			if (before[name] === undefined) delete process.env[name];
			else process.env[name] = before[name];
		}
	});

	it.each([
		["throws-secrets", "the program failed: [secret] [secret] [secret] [secret] [secret] [secret] (index.js:<throw new Error([SHOP>); "],
		[
			"leaves-with-a-secret",
			"the program called process.exit(3) (index.js:<exit>); last output: no login with [secret], [secret] or [secret]; ",
		],
	])("has none of them shown: %s", async (way, message) => {
		const failed = await failure(way);
		const hint = "[secret] replaces the value of an environment variable";
		expect(failed.message).toBe(`failing: ${withLines(message, way)}${hint}`);
		expect(failed.lines.join("\n")).not.toMatch(/ss-of-app|not-a-real|hunter2/);
	});
});

it("hands on what a program logs, with the stack trace of its error", async () => {
	const { lines: said } = await failure("throws");
	expect(said).toContain("Error: it broke");
	expect(said).toContainEqual(expect.stringMatching(/^ +at .*index\.js:\d+:\d+/));
	expect(said.join("\n")).not.toContain("data:");
});

describe("a program that does not end", () => {
	it("is killed with its child processes, and reported differently if its code had completed", async () => {
		const { message, pids, limit } = await timedOut("never-ends");
		expect(message).toBe(
			`failing: the program did not end within ${limit} s after its last resource, although its code completed: something keeps the process alive, such as a timer, a server or an open connection; last output: pids ${pids.join(" ")}`,
		);
		expect(pids).toHaveLength(2);
		for (const pid of pids) expect(await isGone(pid)).toBe(true);
	});

	it("is ended in a loop, too", async () => {
		const { message, pids, limit } = await timedOut("spins");
		expect(message).toBe(
			`failing: the program did not end within ${limit} s after its last resource; raise the limit with --timeout; last output: waiting for [secret]`,
		);
		expect(pids).toHaveLength(1);
		for (const pid of pids) expect(await isGone(pid)).toBe(true);
	});

	it("takes its children with it also where it ends by itself", async () => {
		const lines: string[] = [];
		await runProgram(project, "failing", {
			stack: "leaves-a-child",
			timeout: 60_000,
			predictOutputs: false,
			onLine: (line) => lines.push(line),
		});
		const [pid] = lines.find((line) => line.startsWith("child"))?.match(/\d+/g) ?? [];
		expect(await isGone(Number(pid))).toBe(true);
	});
});

/** Times out once the program has reached its blocking point, on a machine of any speed. */
async function timedOut(stack: string, limit = 3): Promise<{ message: string; pids: readonly number[]; limit: number }> {
	const { message, lines } = await failure(stack, limit * 1000);
	const pids = lines.find((line) => line.startsWith("pids"))?.match(/\d+/g) ?? [];
	return pids.length === 0 && limit < 30 ? timedOut(stack, limit * 2) : { message, pids: pids.map(Number), limit };
}
