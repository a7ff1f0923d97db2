import { join } from "node:path";
import { command } from "../support/command";
import { SECRET_PART, SECRETS, unsafeIn } from "../support/hostile";
import { PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const HOSTILE = `::error::x\n::set-output name=a::b\u001b[2J\u202e##[group]##vso[x] ${SECRETS[0]} ${SECRETS[1]}`;
const YAML = JSON.stringify(HOSTILE);
const STATE = JSON.stringify({ version: 3, deployment: { resources: [] } });
const folder = temporaryFolder({
	"state.json": STATE,
	"text.json": `${HOSTILE}{`,
	"object.json": JSON.stringify({ [HOSTILE]: HOSTILE }),
	"key.yaml": `${YAML}: 1`,
	"rule.yaml": `rules: {${YAML}: {level: advisory}}`,
	"profile.yaml": `stacks: {"*": {profile: ${YAML}}}`,
	"syntax.yaml": `a: [${HOSTILE}`,
	"Pulumi.yaml": `name: shop\nruntime: ${YAML}\n`,
	"named/Pulumi.yaml": `name: ${YAML}\nruntime: nodejs\nmain: ${YAML}\n`,
});
const state = join(folder, "state.json");
const withSettings = (file: string) => ["check", state, "--config", join(folder, file)];

/** An empty state contains no stack name. */
const ACCEPTED: ReadonlySet<string> = new Set(["an unknown stack"]);

describe("an error of the command is safe to print", () => {
	it.concurrent.each<[string, readonly string[]]>([
		["an unknown command", [HOSTILE]],
		["an unknown option", ["check", `--${HOSTILE}`]],
		["an unknown rule", ["explain", HOSTILE]],
		["an unknown format", ["check", "--format", HOSTILE]],
		["an unknown stack", ["check", state, "--stack", HOSTILE]],
		["an unknown threshold", ["check", "--fail-on", HOSTILE]],
		["a timeout", ["check", "--timeout", HOSTILE]],
		["configuration of a file", ["check", state, "--config", `a=${HOSTILE}`]],
		["a missing file", ["check", HOSTILE]],
		["an output file", ["check", state, "--format", `json=${join(folder, "none", HOSTILE)}`]],
		["a profile", ["check", state, "--profile", HOSTILE]],
		["text in place of JSON", ["check", join(folder, "text.json")]],
		["another document", ["check", join(folder, "object.json")]],
		["a key of the settings", withSettings("key.yaml")],
		["a rule in the settings", withSettings("rule.yaml")],
		["a profile in the settings", withSettings("profile.yaml")],
		["the syntax of the settings", withSettings("syntax.yaml")],
		["the runtime of a program", ["check", folder]],
		["the name of a program", ["check", join(folder, "named")]],
	])("%s", async (what, args) => {
		const { status, stdout, stderr } = await command(["--debug", ...args]);
		expect(unsafeIn(stdout + stderr)).toEqual([]);
		expect(stdout + stderr).not.toMatch(SECRET_PART);
		expect(status).toBe(ACCEPTED.has(what) ? 0 : 2);
	});
});

describe("an error of the pack is safe to print", () => {
	const refusal = async (settings: string | undefined, config: Parameters<PackClient["configure"]>[0]) => {
		const pack = await PackClient.start({
			door: "executable",
			programFolder: temporaryFolder(settings ? { "readiness.yaml": settings } : {}),
		});
		try {
			await pack.configureStack({ organization: HOSTILE, project: HOSTILE, stack: HOSTILE });
			await pack.info();
			return await pack.configure(config).then(
				() => "",
				(error: { details: string }) => error.details,
			);
		} finally {
			pack.stop();
		}
	};

	it.each<[string, string | undefined, Parameters<PackClient["configure"]>[0]]>([
		["an unknown rule in the config", undefined, { [HOSTILE]: { level: 1 } }],
		["an unknown key in the config", undefined, { all: { level: 1, properties: { [HOSTILE]: 1 } } }],
		["an unknown option in the config", undefined, { hsts: { level: 1, properties: { [HOSTILE]: 1 } } }],
		["an unknown key in the settings", `${YAML}: 1`, { hsts: { level: 1 } }],
	])("%s", async (_what, settings, config) => {
		const details = await refusal(settings, config);
		expect(details).toContain("[secret]");
		expect(unsafeIn(details)).toEqual([]);
		expect(details).not.toMatch(SECRET_PART);
	});
});
