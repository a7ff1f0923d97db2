import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../support/command";

const PROGRAMS = join(__dirname, "../sources/programs");
const STATE = JSON.stringify({
	version: 3,
	deployment: { resources: [{ urn: "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::b", type: "aws:s3/bucket:Bucket", custom: true }] },
});
/** A folder for the whole file: concurrent tests start before any hook of theirs. */
const FOLDER = mkdtempSync(join(tmpdir(), "readiness-"));
writeFileSync(join(FOLDER, "state.json"), STATE);
writeFileSync(join(FOLDER, "cut.json"), STATE.slice(0, -9));
mkdirSync(join(FOLDER, "empty"));
const BARE = "name: shop\nruntime: nodejs\n";
const PROJECTS = {
	unreadable: "name: shop\nruntime: [\n",
	python: "name: shop\nruntime: python\n",
	dotnet: "name: shop\nruntime: { name: dotnet }\n",
	bare: BARE,
	"infra/web": BARE,
	"infra/api": BARE,
	"infra/api/inside-a-project": BARE,
	"infra/a/b/c": BARE,
	"infra/a/b/c1/d/e": BARE,
	"infra/node_modules/x": BARE,
	"infra/.git/y": BARE,
	...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`many/p${index + 10}`, BARE])),
};
for (const [name, content] of Object.entries(PROJECTS)) {
	mkdirSync(join(FOLDER, name), { recursive: true });
	writeFileSync(join(FOLDER, name, "Pulumi.yaml"), content);
}
writeFileSync(join(FOLDER, "other.yaml"), "stacks: {}\n");
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** The single line on stderr, for a usage error with status 2 and no other output. */
async function refusal(args: readonly string[], input = ""): Promise<string> {
	const { status, stdout, stderr } = await command(args, { cwd: FOLDER, input });
	expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
	expect(stderr).toMatch(/^scalekit-readiness: [^\n]+\n$/);
	return stderr.trim().replace("scalekit-readiness: ", "");
}

describe("a wrong use ends with status 2 and one line", () => {
	it.concurrent.each<[string, string[], string]>([
		["an unknown command", ["chek"], "unknown command 'chek' (Did you mean check?)"],
		["an unknown option", ["check", "state.json", "--formt", "json"], "unknown option '--formt' (Did you mean --format?)"],
		["an option without its value", ["check", "state.json", "--profile"], "option '--profile <name>' argument missing"],
		["an unknown format", ["check", "state.json", "--format", "xml"], "--format xml: unknown format; must be one of text, json, sarif"],
		["a format with no file", ["check", "state.json", "--format", "json="], "--format json=: missing file name"],
		[
			"two formats for stdout",
			["check", "nosuch.json", "--format", "json", "--format", "sarif"],
			"only one format can be written to stdout; use --format sarif=FILE for the others",
		],
		["a file that cannot be written", ["check", "state.json", "--format", "json=no/such.json"], "no/such.json: cannot write file (ENOENT)"],
		[
			"a file that cannot be written, after text",
			["check", "state.json", "--format", "text", "--format", "sarif=no/such.sarif"],
			"no/such.sarif: cannot write file (ENOENT)",
		],
		[
			"a timeout that is not a number",
			["check", ".", "--timeout", "soon"],
			"option '--timeout <seconds>' argument 'soon' is invalid. Must be a positive number of seconds.",
		],
		["a path that is not there", ["check", "nosuch.json"], "nosuch.json: no such file or folder"],
		[
			"a folder with projects below it",
			["check", "infra"],
			"infra: no Pulumi.yaml here; projects in subfolders: infra/a/b/c, infra/api, infra/web",
		],
		[
			"a folder with many projects below it",
			["check", "many"],
			`many: no Pulumi.yaml here; projects in subfolders: ${Array.from({ length: 10 }, (_, index) => `many/p${index + 10}`).join(", ")}, … (2 more)`,
		],
		[
			"a folder without a project",
			["check", "empty"],
			'empty: no Pulumi.yaml here; expected a Pulumi project, or a file with the output of "pulumi stack export" or "pulumi preview --json"',
		],
		[
			"a file that was cut",
			["check", "state.json", "cut.json"],
			'cut.json: is not JSON: unexpected end of file; expected the output of "pulumi stack export" or "pulumi preview --json"',
		],
		[
			"a program's file",
			["check", join(PROGRAMS, "esm/index.js")],
			`${PROGRAMS}/esm/index.js: is not JSON; to check a program, give its folder; expected the output of "pulumi stack export" or "pulumi preview --json"`,
		],
		["a project that is not YAML", ["check", "unreadable"], "unreadable/Pulumi.yaml:3: invalid YAML"],
		[
			"a program in another language",
			["check", "python"],
			'python: Python programs cannot be run offline, only Node.js programs; use "pulumi preview --policy-pack node_modules/.bin/scalekit-readiness-pack", or check the output of "pulumi preview --json --show-sames" or "pulumi stack export"',
		],
		[
			"a program in one more",
			["settings", "dotnet"],
			'dotnet: .NET programs cannot be run offline, only Node.js programs; use "pulumi preview --policy-pack node_modules/.bin/scalekit-readiness-pack", or check the output of "pulumi preview --json --show-sames" or "pulumi stack export"',
		],
		["a program without its packages", ["check", "bare"], 'bare: @pulumi/pulumi is not installed; run "npm install" first'],
		["nothing on stdin", ["check", "-"], 'stdin: is empty; expected the output of "pulumi stack export" or "pulumi preview --json"'],
		[
			"a settings file that is not there",
			["check", "state.json", "--config", "nosuch.yaml"],
			"nosuch.yaml: the settings file does not exist (SCALEKIT_READINESS_CONFIG or --config)",
		],
		[
			"a stack that has no file",
			["check", join(PROGRAMS, "stacks"), "--stack", "staging"],
			`${PROGRAMS}/stacks: Pulumi.staging.yaml does not exist; the stacks are dev, live`,
		],
		[
			"a stack of another project",
			["check", join(PROGRAMS, "stacks"), "--stack", "acme/shop/dev"],
			`--stack acme/shop/dev: the project in ${PROGRAMS}/stacks is stacks`,
		],
		[
			"two settings files",
			["check", "state.json", "--config", "other.yaml", "--config", "more.yaml"],
			"--config more.yaml: the settings file is already other.yaml; program configuration has the form KEY=VALUE",
		],
		[
			"configuration for a file",
			["check", "state.json", "--config", "aws:region=eu-west-1"],
			"--config aws:region=…: state.json is not a program; only programs have configuration",
		],
		[
			"configuration for stdin",
			["check", "-", "--config", "other.yaml", "--config", "tier=a=b"],
			"--config tier=…: stdin is not a program; only programs have configuration",
		],
		[
			"an invalid configuration key",
			["check", "state.json", "--config", "no/such=file"],
			"no/such=file: the settings file does not exist (SCALEKIT_READINESS_CONFIG or --config)",
		],
		[
			"a rule that is not there",
			["explain", "http-listener-redirect"],
			'"http-listener-redirect" is neither a rule nor a checklist item; did you mean "http-listener-redirects"?',
		],
		["an unknown format of the rules", ["rules", "--format", "sarif"], "--format sarif: unknown format; must be one of text, json"],
	])("%s", async (_what, args, message) => {
		expect(await refusal(args)).toBe(message);
	});
});

describe("a settings file that cannot be used is named with its line", () => {
	it.concurrent.each<[string, string, string]>([
		["an unknown key", "stacks: {}\nrulez: {}\n", ':2: unknown key "rulez"; did you mean "rules"?'],
		["an unknown key inside", 'stacks:\n  "**":\n    profle: x\n', ':3: unknown key "profle"; did you mean "profile"?'],
		[
			"an unknown rule",
			"rules:\n  http-listener-redirect:\n    level: advisory\n",
			':2: unknown key "http-listener-redirect"; did you mean "http-listener-redirects"?',
		],
		[
			"a wrong choice",
			"rules:\n  http-listener-redirects:\n    level: mandatry\n",
			':3: rules.http-listener-redirects.level must be one of mandatory, advisory, disabled; did you mean "mandatory"?',
		],
		[
			"an exception from no rule",
			"exceptions:\n  - rule: http-listener-redirect\n    resource: a\n    owner: b\n    reason: c\n    expires: 2030-01-01\n",
			':2: exceptions[0].rule has an unknown value; did you mean "http-listener-redirects"?',
		],
		[
			"an invalid date",
			"exceptions:\n  - rule: http-listener-redirects\n    resource: a\n    owner: b\n    reason: c\n    expires: 2026-02-31\n",
			":6: exceptions[0].expires must be a date (YYYY-MM-DD)",
		],
		["what is not YAML", "stacks: {}\nrules: [\n", ":3: invalid YAML: "],
		["a list", "- a\n", ":1: the file must be a mapping"],
	])("%s", async (what, content, message) => {
		const file = `${what.replaceAll(" ", "-")}.yaml`;
		writeFileSync(join(FOLDER, file), content);
		const said = await refusal(["check", "state.json", "--config", file]);
		expect(said.startsWith(`${file}${message}`) ? message : said).toBe(message);
	});
});

it("shows where it broke only where it is asked to", async () => {
	const { stderr } = await command(["--debug", "check", "nosuch.json"], { cwd: FOLDER });
	expect(stderr).toMatch(/^scalekit-readiness: nosuch.json: no such file or folder\nSourceError: .*\n\s+at /);
});
