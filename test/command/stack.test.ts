import { join } from "node:path";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { temporaryFolder } from "../support/temporary";

const PROGRAMS = join(__dirname, "../sources/programs");

describe("the stack of several", () => {
	/** What `settings` says in a project with these stacks, and what it refuses. */
	const choice = async (stacks: readonly string[], settings = "") => {
		const files = stacks.map((stack) => [`Pulumi.${stack}.yaml`, "config: {}\n"]);
		const cwd = temporaryFolder({
			...Object.fromEntries(files),
			"Pulumi.yaml": "name: shop\nruntime: nodejs\n",
			"readiness.yaml": settings,
		});
		const { stdout, stderr } = await command(["settings", "--format", "json"], { cwd });
		if (stderr !== "") return stderr.trim();
		const { stack, choice } = JSON.parse(stdout) as { stack: string; choice: string | null };
		return choice ?? stack;
	};
	const named = (stack: string, all: string) =>
		`.: using stack ${stack} of ${all} (the only one with a production name; use --stack to choose another).`;
	const several = (all: string) => `scalekit-readiness: .: several stacks found; choose one with --stack: ${all}`;
	const profile = (stack: string, is = "production") => `  "*/shop/${stack}": { profile: ${is} }\n`;

	it.concurrent.each<[string, readonly string[], string, string]>([
		["the only one", ["dev"], "", "dev"],
		["none", [], "", "prod"],
		["named prod", ["staging", "dev", "prod"], "", named("prod", "dev, prod, staging")],
		["named production, in any case", ["dev", "Production"], "", named("Production", "Production, dev")],
		["named prd", ["dev", "prd"], "", named("prd", "dev, prd")],
		["named live", ["dev", "live"], "", named("live", "dev, live")],
		["with prod among the words of its name", ["dev", "shop-prod-eu"], "", named("shop-prod-eu", "dev, shop-prod-eu")],
		["next to a pre-production one", ["pre-prod", "non-prod", "preprod", "prod"], "", named("prod", "non-prod, pre-prod, preprod, prod")],
		["two with production names", ["dev", "prod-eu", "prod-us"], "", several("dev, prod-eu, prod-us")],
		["none with a production name", ["dev", "main"], "", several("dev, main")],
		[
			"that readiness.yaml calls production",
			["blue", "prod"],
			`stacks:\n${profile("blue")}`,
			".: using stack blue of blue, prod (the only one with profile production; use --stack to choose another).",
		],
		[
			"two that readiness.yaml calls production",
			["blue", "prod"],
			'stacks:\n  "*/shop/*": { profile: production }\n',
			several("blue, prod"),
		],
		["named prod, which readiness.yaml calls another", ["dev", "prod"], `stacks:\n${profile("prod", "staging")}`, several("dev, prod")],
		[
			"named prod, next to one with another profile in readiness.yaml",
			["dev", "prod"],
			`stacks:\n${profile("dev", "staging")}`,
			named("prod", "dev, prod"),
		],
	])("%s", async (_what, stacks, settings, expected) => {
		expect(await choice(stacks, settings)).toBe(expected);
	});

	it("is in the report, in every form", async () => {
		const json = join(temporaryFolder(), "report.json");
		const args = ["check", "stacks", "--format", "text", "--format", `json=${json}`];
		const { status, stdout, stderr } = await command(args, { cwd: PROGRAMS });
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		const notice = "stacks: using stack live of dev, live (the only one with a production name; use --stack to choose another).";
		expect(stdout.split("\n")).toContain(notice);
		const { stacks, notices } = require(json) as Report;
		expect(stacks).toMatchObject([{ path: "stacks", stack: "live" }]);
		expect(notices).toEqual([notice]);
		expect((await command([...args.slice(0, 2), "--stack", "live"], { cwd: PROGRAMS })).stdout).not.toContain("using stack");
	});
});

describe("--config", () => {
	const failing = (config: readonly string[]) =>
		command(["check", "failing", "--stack", "misses-configuration", ...config.flatMap((each) => ["--config", each])], { cwd: PROGRAMS });
	const settings = join(
		temporaryFolder({ "readiness=more.yaml": 'stacks:\n  "*/failing/*": { profile: sandbox }\n' }),
		"readiness=more.yaml",
	);

	it("says how to give what is missing", async () => {
		const { status, stderr } = await failing([]);
		expect(status).toBe(2);
		expect(stderr).toContain("set it with --config failing:nobodySetsThis=VALUE; Pulumi.misses-configuration.yaml does not set it\n");
	});

	it.concurrent.each<[string, string[], string]>([
		["a full key", ["failing:nobodySetsThis=a"], "profile production"],
		["a key of the project, and a value with an equals sign", ["nobodySetsThis=a=b"], "profile production"],
		["configuration and the settings file, whose name may have an equals sign", ["nobodySetsThis=", settings], "profile sandbox"],
		["one key twice, next to another", ["nobodySetsThis=", "aws:region=eu-west-1", "nobodySetsThis=b"], "profile production"],
	])("takes %s", async (_what, config, profile) => {
		const { status, stdout, stderr } = await failing(config);
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		expect(stdout).toContain(profile);
	});

	it("names both forms in the help", async () => {
		const { stdout } = await command(["check", "--help"]);
		expect(stdout).toContain("--config <file or key=value>");
	});
});
