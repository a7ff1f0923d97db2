import { join } from "node:path";
import { rules } from "../../policies/rules";
import { SettingsError } from "../../settings/error";
import { findSettings } from "../../settings/find";
import { readSettings } from "../../settings/read";
import { resolveSettings, type StackName } from "../../settings/resolve";
import { temporaryFolder } from "../support/temporary";

const written = (yaml: string) => readSettings(join(temporaryFolder({ "readiness.yaml": yaml }), "readiness.yaml"), rules);
const STACK: StackName = { organization: "acme", project: "shop", stack: "prod" };
const rule = (id: string) => rules.find((each) => each.id === id) as (typeof rules)[number];

describe("the profile", () => {
	const yaml = "stacks:\n  acme/shop/prod*: { profile: live, holds: [edge] }\n  '*/shop/*': { profile: staging }\n";

	it.each([
		["the first entry that matches", STACK, "live", "readiness.yaml:2"],
		["a later entry", { ...STACK, stack: "dev" }, "staging", "readiness.yaml:3"],
		["the entry for a stack whose organization is not known", { project: "shop", stack: "prod-eu" }, "live", "readiness.yaml:2"],
		[
			"production, where nothing names the stack",
			{ ...STACK, project: "other" },
			"production",
			"default: no entry under stacks names acme/other/prod",
		],
		["production, where the stack is not known", undefined, "production", "default"],
	] as const)("is that of %s", (_what, stack, value, from) => {
		expect(resolveSettings(written(yaml), stack, "1.0.0").profile).toEqual({ value, from });
	});

	it("cannot be a slip of production, however it is chosen", () => {
		expect(() => resolveSettings(undefined, STACK, "1.0.0", { value: "prod", from: "--profile" })).toThrow(
			'--profile: there is no such profile; did you mean "production"?',
		);
	});

	it("can be chosen outside the file", () => {
		const chosen = { value: "drill", from: "--profile" };
		expect(resolveSettings(written(yaml), STACK, "1.0.0", chosen).profile).toEqual(chosen);
	});

	it("says what a stack holds, and where that is written", () => {
		const settings = resolveSettings(written(yaml), STACK, "1.0.0");
		expect(settings.holds).toEqual({ value: ["edge"], from: "readiness.yaml:2" });
		expect([settings.surroundings.holds("edge"), settings.surroundings.holds("app")]).toEqual([true, false]);
	});
});

describe("levels and options", () => {
	const yaml = [
		"rules:",
		"  hsts: { level: advisory, minimumMaxAgeSeconds: 100 }",
		"profiles:",
		"  staging:",
		"    rules:",
		"      hsts: { level: mandatory }",
		"stacks: { '*/*/dev': { profile: staging } }",
	].join("\n");

	it("come from the file, the profile's own first, each with its line", () => {
		const dev = resolveSettings(written(yaml), { ...STACK, stack: "dev" }, "1.0.0");
		expect(dev.levelOf(rule("hsts"))).toEqual({ value: "mandatory", from: "readiness.yaml:6" });
		expect(dev.optionsOf(rule("hsts"))).toEqual({ minimumMaxAgeSeconds: { value: 100, from: "readiness.yaml:2" } });
	});

	it("come from the severity and the rule where nothing is written", () => {
		const settings = resolveSettings(undefined, STACK, "1.0.0");
		expect(settings.levelOf(rule("hsts"))).toEqual({ value: "mandatory", from: "medium in production" });
		expect(settings.optionsOf(rule("hsts"))).toEqual({ minimumMaxAgeSeconds: { value: 31536000, from: "default" } });
	});
});

describe("what is wrong in the file is told in one line with its place", () => {
	it.each([
		["a key that does not exist", "exeptions: []", 'readiness.yaml:1: unknown key "exeptions"; did you mean "exceptions"?'],
		["a rule that does not exist", "rules:\n  hst: {}", 'readiness.yaml:2: unknown key "hst"; did you mean "hsts"?'],
		["an option that does not exist", "rules:\n  hsts:\n    maxAge: 1", 'readiness.yaml:3: unknown key "maxAge"'],
		[
			"a level that does not exist",
			"rules:\n  hsts: { level: block }",
			"readiness.yaml:2: rules.hsts.level must be one of mandatory, advisory, disabled",
		],
		[
			"an exception without a reason",
			"exceptions:\n  - { rule: hsts, resource: x, owner: o, expires: 2027-01-01 }",
			"readiness.yaml:2: exceptions.0.reason",
		],
		[
			"an exception of a rule that does not exist",
			"exceptions:\n  - { rule: hst, resource: x, owner: o, reason: r, expires: 2027-01-01 }",
			"readiness.yaml:2: exceptions.0.rule",
		],
		[
			"a day that is none",
			"exceptions:\n  - { rule: hsts, resource: x, owner: o, reason: r, expires: soon }",
			"readiness.yaml:2: exceptions.0.expires",
		],
		[
			"a stack's name with a part missing",
			"stacks:\n  shop/prod: {}",
			'readiness.yaml:2: "shop/prod": a stack is named organization/project/stack',
		],
		[
			"a profile that is a slip of production",
			"stacks:\n  a/b/c: { profile: Production }",
			'readiness.yaml:2: stacks.a/b/c.profile is no profile: "production" is the one that blocks',
		],
		["a level in place of a rule's settings", "rules:\n  hsts: mandatory", "readiness.yaml:2: rules.hsts must be a set of keys"],
		[
			"an address without https",
			"scalekit:\n  environment: http://x.scalekit.com",
			"readiness.yaml:2: scalekit.environment must be an address that begins with https://",
		],
		["what is no YAML", "a: [", "readiness.yaml:1: not YAML"],
		["a plain text", "just text", "readiness.yaml:1: the file"],
	])("%s", (_what, yaml, message) => {
		expect(() => written(yaml)).toThrow(SettingsError);
		expect(() => written(yaml)).toThrow(message);
	});

	it("counts what else is wrong, and never shows a value", () => {
		const secret = "whsec_thisIsNobodysBusiness";
		const read = () => written(`scalekit: { environment: "${secret}" }\negress: { browsers: "${secret}" }\n`);
		expect(read).toThrow(/ \(and 1 more\)$/);
		expect(read).not.toThrow(secret);
	});

	it("takes an empty file for one that says nothing", () => {
		expect(written("").content).toEqual({});
	});
});

describe("an exception's resource", () => {
	const matches = (glob: string, subject: string) =>
		resolveSettings(
			written(`exceptions:\n  - { rule: hsts, resource: "${glob}", owner: o, reason: r, expires: 2999-01-01 }`),
			STACK,
			"1.0.0",
		).exceptions[0]?.matches(subject);

	it.each([
		["http", "http", true],
		["http", "https", false],
		["status-*", "status-page", true],
		["aws:lb/listener:Listener::*", "aws:lb/listener:Listener::http", true],
		["urn:pulumi:prod::shop::*::http", "urn:pulumi:prod::shop::my:web:Site$aws:lb/listener:Listener::http", true],
		["*", "aws:lb/listener:Listener::http", true],
	])("%s means %s: %s", (glob, subject, expected) => {
		expect(matches(glob, subject)).toBe(expected);
	});
});

describe("finding the file", () => {
	it("goes upwards from the program's folder", () => {
		const root = temporaryFolder({ "readiness.yaml": "" });
		expect(findSettings(join(root, "infra/prod"), undefined)).toBe(join(root, "readiness.yaml"));
	});

	it("says so where the file that is named does not exist", () => {
		expect(() => findSettings("/", "/nowhere/readiness.yaml")).toThrow("/nowhere/readiness.yaml: no such file");
	});
});
