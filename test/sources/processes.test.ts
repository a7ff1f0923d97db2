import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { command, start } from "../support/command";
import { ROOT } from "../support/pack-client";
import { isGone } from "../support/running";
import { temporaryFolder } from "../support/temporary";

/** Starts long-running processes in separate sessions, and then does what its stack is named for. */
const PROGRAM = `const { execFileSync, spawn } = require("node:child_process");
const { CustomResource } = require("@pulumi/pulumi");
new CustomResource("aws:s3/bucket:Bucket", "first", {});
const STAY = ["-e", "setInterval(() => {}, 1000)"];
const fork = (options) => [
	"-e",
	'const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], ' + JSON.stringify({ detached: true, ...options }) + '); child.unref(); console.error("pid", child.pid)',
];
const FORK = fork({ stdio: "ignore" });
execFileSync(process.execPath, FORK, { env: {}, stdio: "inherit" });
execFileSync(process.execPath, fork({ stdio: "inherit", env: {} }), { stdio: "inherit" });
const started = [
	spawn(process.execPath, STAY, { detached: true, stdio: "inherit" }),
	spawn(process.execPath, STAY, { detached: true, stdio: "ignore", env: {} }),
	spawn(process.execPath, STAY, { stdio: "inherit", env: {} }),
];
for (const child of started) child.unref();
console.error("pids", ...started.map((child) => child.pid));
const between = spawn(process.execPath, FORK, { detached: true, stdio: "inherit" });
between.on("exit", () => {
	console.error("ready");
	const { PULUMI_NODEJS_STACK: stack } = process.env;
	if (stack === "throws") throw new Error("it broke");
	if (stack === "prints") setInterval(() => process.stdout.write("x".repeat(1 << 20)), 1);
	if (stack === "stays") setInterval(() => {}, 1000);
});
`;

/** Its grandchild has another environment and output, and its child waits for it. */
const OF_A_LIVING_PARENT = `const STAY = ["-e", "console.error('pid', process.pid); setInterval(() => {}, 1000)"];
const NESTED = "require('node:child_process').spawn(process.execPath, " + JSON.stringify(STAY) + ", { detached: true, env: {}, stdio: ['ignore', 'ignore', 'pipe'] }).stderr.pipe(process.stderr)";
require("node:child_process").spawn(process.execPath, ["-e", NESTED], { detached: true, stdio: "inherit" });
`;

/** Starts a process that cannot be found: another session, environment and parent, and the program's output as another descriptor. */
const OUT_OF_REACH = `require("node:child_process").execFileSync("sh", ["-c", "env -i setsid sh -c 'exec 7>&1 >/dev/null 2>&1; echo pid $$ >&7; exec sleep 120' &"], { stdio: "inherit" });
`;

function programFolder(program = PROGRAM): string {
	const folder = temporaryFolder({ "Pulumi.yaml": "name: made\nruntime: nodejs\n", "package.json": "{}", "index.js": program });
	symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
	return folder;
}

const pidsIn = (said: string) => [...said.matchAll(/^pids? ([\d ]+)$/gm)].flatMap(([, pids = ""]) => pids.split(" ").map(Number));

async function expectGone(said: string): Promise<void> {
	const pids = pidsIn(said);
	expect(pids).toHaveLength(6);
	expect(await Promise.all(pids.map((pid) => isGone(pid)))).toEqual(pids.map(() => true));
}

// Processes in a separate session are found only on systems with environments in /proc.
const itOnLinux = process.platform === "linux" ? it : it.skip;
if (process.platform !== "linux") console.warn("test/sources/processes.test.ts: skipped, since there is no /proc here");

describe("no process that a program started is left", () => {
	itOnLinux.each([
		["ends", [], 0, ""],
		["throws", [], 2, "the program failed: it broke"],
		["stays", ["--timeout", "15"], 2, "the program did not end within 15 s"],
		["prints", [], 2, "the program printed more than 16 MiB without a line break"],
	])("where it %s", async (stack, options, status, message) => {
		const { stderr, ...outcome } = await command(["check", programFolder(), "--stack", stack, "--debug", "--exit-zero", ...options]);
		expect(outcome.status).toBe(status);
		expect(stderr).toContain(message);
		await expectGone(stderr);
	});

	itOnLinux("where it is in another session, without a variable of the program, until its parent ends", async () => {
		const { stderr } = await command(["check", programFolder(OF_A_LIVING_PARENT), "--debug", "--exit-zero", "--timeout", "10"]);
		const [pid = 0] = pidsIn(stderr);
		expect(await isGone(pid)).toBe(true);
	});

	itOnLinux.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("where the command gets %s", async (signal) => {
		const child = start(["check", programFolder(), "--stack", "stays", "--debug"]);
		let said = "";
		child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
			said += chunk;
			if (said.includes("ready\n")) child.kill(signal);
		});
		expect(await once(child, "close")).toEqual([null, signal]);
		await expectGone(said);
	});
});

itOnLinux("a process that cannot be found and holds the program's output does not keep the command alive", async () => {
	const start = Date.now();
	const { status, stderr } = await command(["check", programFolder(OUT_OF_REACH), "--debug", "--exit-zero"]);
	const [pid = 0] = pidsIn(stderr);
	expect(await isGone(pid, 1)).toBe(false);
	process.kill(pid);
	expect(status).toBe(0);
	expect(Date.now() - start).toBeLessThan(60_000);
});
