import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { ROOT } from "../support/pack-client";
import { Deployment, REASON_WITHOUT_PULUMI, violationsIn } from "../support/pulumi";
import { Adopter } from "./adopter";

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

let adopter: Adopter;
beforeAll(() => {
	adopter = new Adopter();
}, 120_000);

const PROGRAM = `import * as pulumi from "@pulumi/pulumi";
import { AuthMonitoring, type AuthMonitoringArgs, keyPolicyStatements, OptionsError, runbookMarkdown } from "scalekit-readiness";
import { type AuthEvents, authEvents } from "scalekit-readiness/emit";

const args: AuthMonitoringArgs = {
	name: "login-watch",
	scalekit: { environmentUrl: "https://shop.scalekit.com" },
	alerts: { emails: ["on-call@example.com"] },
	retentionDays: 90,
	thresholds: { "failed-login-burst": 50 },
};
const monitoring = new AuthMonitoring("auth", args);

export const webhookUrl: pulumi.Output<string> | undefined = monitoring.webhookUrl;
export const statements: number = keyPolicyStatements({ partition: "aws", region: "eu-west-1", accountId: "123456789012" }).length;
export const runbook: string = runbookMarkdown(args);
export const thrown: new (problems: readonly string[]) => Error = OptionsError;
export const events: AuthEvents = authEvents("login-watch", () => {});
`;

/** Expected compile errors, one per line. */
const WRONG = [
	'new AuthMonitoring("a", { scalekit, alerts, retentionDays: 42 });',
	'new AuthMonitoring("b", { scalekit, alerts, thresholds: { "failed-login-brust": 1 } });',
	'new AuthMonitoring("c", { scalekit, alerts: { severities: { high: "sms" } } });',
	'new AuthMonitoring("d", { alerts });',
	'new AuthMonitoring("e", { scalekit, alerts, webAcl: {} });',
	'authEvents("login-watch").loginFailed();',
];

const WRONG_FILE = [
	'import { AuthMonitoring } from "scalekit-readiness"; import { authEvents } from "scalekit-readiness/emit";',
	'const scalekit = { environmentUrl: "https://shop.scalekit.com" }; const alerts = { emails: ["on-call@example.com"] };',
	...WRONG,
	"",
].join("\n");

const tsconfig = (module: string) =>
	JSON.stringify({
		compilerOptions: { strict: true, skipLibCheck: false, noEmit: true, target: "es2022", module, types: ["node"] },
		include: ["program/*.ts"],
	});

describe("the packed package, installed in a project", () => {
	beforeAll(() => {
		adopter.write({
			"program/Pulumi.yaml": "name: login-watch\nruntime: nodejs\n",
			"program/Pulumi.prod.yaml": "config:\n  aws:region: eu-west-1\n",
			"program/package.json": '{ "name": "login-watch", "private": true, "main": "index.ts" }',
			"program/index.ts": PROGRAM,
			"program/wrong.ts": WRONG_FILE,
			"tsconfig.json": tsconfig("nodenext"),
		});
	});

	it("has types with which a right program compiles, and a wrong option does not", () => {
		const { stdout } = adopter.run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", ".", "--pretty", "false"]);
		const places = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error TS\d+/gm)].map(([, file, line]) => `${file}:${line}`);
		expect(places).toEqual(WRONG.map((_, index) => `program/wrong.ts:${index + 3}`));
	}, 90_000);

	it("registers the whole monitoring, with its functions' code from the package", () => {
		const command = adopter.installed("bin/scalekit-readiness.js");
		const { status, stdout, stderr } = adopter.run(process.execPath, [command, "check", "program", "--format", "json", "--all"]);
		expect({ status, stderr: stderr.replace(/^.* …\n/gm, "") }).toEqual({ status: 0, stderr: "" });
		const { findings, summary } = JSON.parse(stdout) as Report;
		expect({ blocking: summary.blocking, advisory: summary.advisory }).toEqual({ blocking: 0, advisory: 0 });
		const examined = findings.filter(
			({ rule, verdict, urn }) =>
				rule === "no-plaintext-secret" && verdict !== "not-applicable" && urn?.includes("aws:lambda/function:Function::"),
		);
		const functions = new Set(examined.map(({ name }) => name));
		expect([...functions].filter((name) => name.startsWith("login-watch-")).sort()).toEqual(
			["poller", "publisher", "receiver", "worker"].map((name) => `login-watch-${name}`),
		);
	}, 60_000);

	it.each([
		["require", ["-e", 'const { authEvents } = require("scalekit-readiness/emit"); authEvents("shop").callbackFailed();']],
		["import", ["--input-type=module", "-e", 'import { authEvents } from "scalekit-readiness/emit"; authEvents("shop").callbackFailed();']],
	])("counts by %s, without Pulumi, in one line", (_how, args) => {
		const { status, stdout } = adopter.run(process.execPath, args);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^\{.*\}\n$/);
		expect(JSON.parse(stdout)).toMatchObject({ service: "shop", CallbackFailed: 1 });
	});

	it.each([
		["require", ["-p", 'typeof require("scalekit-readiness").AuthMonitoring']],
		["import", ["--input-type=module", "-e", 'import { AuthMonitoring } from "scalekit-readiness"; console.log(typeof AuthMonitoring);']],
	])("is a library by %s", (_how, args) => {
		expect(adopter.run(process.execPath, args)).toMatchObject({ status: 0, stdout: "function\n" });
	});

	it("has a command that prints its version", () => {
		const command = join(adopter.folder, "node_modules/.bin/scalekit-readiness");
		expect(adopter.run(command, ["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` });
	});
});

withPulumi(`the packed package, with a real CLI${reason}`, () => {
	let broken: Deployment;
	let expected: readonly string[];
	beforeAll(() => {
		broken = new Deployment("broken");
		const args = [adopter.installed("bin/scalekit-readiness.js"), "check", broken.folder, "--format", "json"];
		const { findings } = JSON.parse(adopter.run(process.execPath, args).stdout) as Report;
		const failed = findings.filter(({ verdict }) => verdict === "fail");
		expected = [...new Set(failed.map(({ level, rule }) => `${level} ${rule}`))].sort();
	}, 60_000);

	it.each([
		["by its folder", ""],
		["by its file in .bin", "../.bin/scalekit-readiness-pack"],
	])(
		"blocks the broken example %s",
		(_how, path) => {
			expect(expected.length).toBeGreaterThan(10);
			expect(violationsIn(broken.preview(adopter.installed(path)).output)).toEqual(expected);
		},
		60_000,
	);
});
