import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policies/rules";
import { SettingsError } from "../../settings/error";
import { broadExceptions } from "../../settings/exceptions";
import { findSettings } from "../../settings/find";
import { readSettings } from "../../settings/read";
import { resolveSettings, type StackName } from "../../settings/resolve";
import { temporaryFolder } from "../support/temporary";

const written = (yaml: string) => readSettings(join(temporaryFolder({ "readiness.yaml": yaml }), "readiness.yaml"), rules);
const STACK: StackName = { organization: "acme", project: "shop", stack: "prod" };
const rule = (id: string) => rules.find((each) => each.id === id) as (typeof rules)[number];

describe("the profile", () => {
	const yaml =
		"stacks:\n  acme/shop/prod*: { profile: drill, components: [edge] }\n  '*/shop/*': { profile: staging }\nprofiles: { drill: {} }\n";

	it.each([
		["the first entry that matches", STACK, "drill", "readiness.yaml:2"],
		["a later entry", { ...STACK, stack: "dev" }, "staging", "readiness.yaml:3"],
		["the entry for a stack whose organization is not known", { project: "shop", stack: "prod-eu" }, "drill", "readiness.yaml:2"],
		[
			"production, where nothing names the stack",
			{ ...STACK, project: "other" },
			"production",
			"default: no entry under stacks matches acme/other/prod",
		],
		["production, where the stack is not known", undefined, "production", "default"],
	] as const)("is that of %s", (_what, stack, value, from) => {
		expect(resolveSettings(written(yaml), stack, "1.0.0").profile).toEqual({ value, from });
	});

	it("cannot be a typo of production, from any source", () => {
		expect(() => resolveSettings(undefined, STACK, "1.0.0", { value: "prod", from: "--profile" })).toThrow(
			'--profile: "prod" is not a known profile; did you mean "production"?',
		);
	});

	it("can be chosen outside the file", () => {
		const chosen = { value: "drill", from: "--profile" };
		expect(resolveSettings(written(yaml), STACK, "1.0.0", chosen).profile).toEqual(chosen);
	});

	it("says what a stack holds, and where that is written", () => {
		const settings = resolveSettings(written(yaml), STACK, "1.0.0");
		expect(settings.components).toEqual({ value: ["edge"], from: "readiness.yaml:2" });
		expect([settings.project.hasComponent("edge"), settings.project.hasComponent("app")]).toEqual([true, false]);
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

describe("an error in the file is reported in one line with its location", () => {
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
			"readiness.yaml:2: exceptions[0].reason",
		],
		[
			"an exception of a rule that does not exist",
			"exceptions:\n  - { rule: hst, resource: x, owner: o, reason: r, expires: 2027-01-01 }",
			"readiness.yaml:2: exceptions[0].rule",
		],
		[
			"an invalid date",
			"exceptions:\n  - { rule: hsts, resource: x, owner: o, reason: r, expires: soon }",
			"readiness.yaml:2: exceptions[0].expires",
		],
		["a stack's name with a part missing", "stacks:\n  shop/prod: {}", 'readiness.yaml:2: "shop/prod": must be organization/project/stack'],
		[
			"a profile that is a typo of production",
			"stacks:\n  a/b/c: { profile: Production }",
			'readiness.yaml:2: "Production" is not a known profile; did you mean "production"?',
		],
		["a level in place of a rule's settings", "rules:\n  hsts: mandatory", "readiness.yaml:2: rules.hsts must be a mapping"],
		[
			"an address without https",
			"scalekit:\n  environment: http://x.scalekit.com",
			"readiness.yaml:2: scalekit.environment must be an https:// URL",
		],
		["invalid YAML", "a: [", "readiness.yaml:1: invalid YAML"],
		["a plain text", "just text", "readiness.yaml:1: the file"],
	])("%s", (_what, yaml, message) => {
		expect(() => written(yaml)).toThrow(SettingsError);
		expect(() => written(yaml)).toThrow(message);
	});

	it("each in a separate line, and never shows a value", () => {
		const secret = "whsec_thisIsNobodysBusiness";
		const read = () =>
			written(`scalekit: { environment: "${secret}" }\nstacks:\n  a/b/c: { profile: live }\negress: { browsers: "${secret}" }\n`);
		expect(read).toThrow(
			new SettingsError(
				[
					"readiness.yaml:1: scalekit.environment must be an https:// URL",
					'readiness.yaml:3: "live" is not a known profile; declare it under profiles',
					"readiness.yaml:4: egress.browsers must be true or false",
				].join("\n"),
			),
		);
		expect(read).not.toThrow(secret);
	});

	it.each([
		[
			"an alias without an anchor",
			"exceptions:\n  - rule: hsts\n    resource: *page\n",
			"readiness.yaml:3: invalid YAML: unidentified alias",
		],
		["a bomb of aliases", bomb(), "readiness.yaml:5: invalid YAML: aliases exceeded"],
		["a second document", "stacks: {}\n---\nrules: {}\n", "readiness.yaml:3: must contain a single YAML document"],
		["a key that is written twice", "rules:\n  hsts: {}\n  hsts: {}\n", "readiness.yaml:3: invalid YAML: duplicated mapping key"],
		["a profile that JavaScript knows", "stacks:\n  a/b/c: { profile: __proto__ }", 'readiness.yaml:2: "__proto__" is not a known profile'],
		["a glob with a bracket left open", exceptionOf("web-{a,b"), "readiness.yaml:1: exceptions[0].resource is not a valid glob"],
		[
			"a glob that only says what is not meant",
			exceptionOf("!web"),
			"readiness.yaml:1: exceptions[0].resource must not begin with an exclamation mark",
		],
		["a stack's glob with a bracket left open", "stacks:\n  a/[b/c: {}", 'readiness.yaml:2: "a/[b/c": is not a valid glob'],
	])("%s", (_what, yaml, message) => {
		expect(() => written(yaml)).toThrow(SettingsError);
		expect(() => written(yaml)).toThrow(message);
	});

	it("treats an empty file as one without settings", () => {
		expect(written("").content).toEqual({});
		expect(written("exceptions:\n  # - rule: hsts\nfeatures:\nprofiles:\n  drill:\n").content).toEqual({ profiles: { drill: {} } });
	});
});

/** Ten aliases in each of a dozen lines expand to a billion values. */
function bomb(): string {
	const lines = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(40).fill(`*a${at}`).join(", ")}]`);
	return ["rules: {}", "a0: &a0 [x]", ...lines, ""].join("\n");
}

function exceptionOf(resource: string): string {
	return `exceptions: [{ rule: hsts, resource: "${resource}", owner: o, reason: r, expires: 2999-01-01 }]`;
}

describe("an exception's resource", () => {
	const listener = { rule: "hsts", name: "http", type: "aws:lb/listener:Listener" };
	const subject = { ...listener, urn: "urn:pulumi:prod::shop::my:web:Site$aws:lb/listener:Listener::http" };
	const means = (glob: string, name = "http") =>
		resolveSettings(written(exceptionOf(glob)), STACK, "1.0.0").exceptions[0]?.matches({ ...subject, name });

	it.each([
		["http", "http", true],
		["http", "https", false],
		["status-*", "status-page", true],
		["aws:lb/listener:Listener::*", "http", true],
		["urn:pulumi:prod::shop::*::http", "http", true],
		["*::http", "http", true],
		["*", "http", true],
		["!(http)", "http", false],
		["!(http)", "https", true],
		["aws:lb/!(listener:*)::http", "http", false],
		["*Listener*", "http", false],
	])("%s means %s: %s", (glob, name, expected) => {
		expect(means(glob, name)).toBe(expected);
	});
});

describe("a stack that has nothing to do with signing in", () => {
	it("is excluded by a pattern, with the reason and its place", () => {
		const file = written("stacks:\n  '*/network*/*': { excluded: no sign-in in this stack }\n");
		const excluded = (project: string) => resolveSettings(file, { ...STACK, project }, "1.0.0").excluded;
		expect([excluded("network-eu"), excluded("shop")]).toEqual([
			{ value: "no sign-in in this stack", from: "readiness.yaml:2" },
			undefined,
		]);
	});
});

describe("a production stack that is checked as something else", () => {
	it.each([
		["production by default", "", true],
		["production by the file", "stacks: { '*/*/prod': { profile: production } }", true],
		["staging by the file", "stacks: { '*/*/prod': { profile: staging } }", false],
	])("is reported: %s", (_what, yaml, isTold) => {
		const { override } = resolveSettings(written(yaml), STACK, "1.0.0", { value: "development", from: "--profile" });
		expect(override !== undefined).toBe(isTold);
		if (isTold) expect(override).toMatch(/^acme\/shop\/prod is checked with profile development \(--profile\), not production/);
	});

	it("cannot be checked as a profile that nothing declares", () => {
		expect(() => resolveSettings(undefined, STACK, "1.0.0", { value: "live", from: "--profile" })).toThrow(
			'--profile: "live" is not a known profile; declare it under profiles',
		);
	});
});

describe("an exception from a critical rule", () => {
	const wide = (rule: string, resource: string, expires: string) =>
		broadExceptions(
			resolveSettings(
				written(`exceptions: [{ rule: ${rule}, resource: "${resource}", owner: o, reason: r, expires: ${expires} }]`),
				STACK,
				"1.0.0",
			).exceptions,
			rules,
			"2027-01-01",
		);

	it("is reported if it covers many resources for a long time", () => {
		expect(wide("scalekit-secret-by-reference", "*", "2099-12-31")).toEqual([
			'readiness.yaml:1: the exception from the critical rule scalekit-secret-by-reference matches all of "*" until 2099-12-31',
		]);
	});

	it.each([
		["a rule that is not critical", "hsts", "*", "2099-12-31"],
		["one resource", "scalekit-secret-by-reference", "app", "2099-12-31"],
		["a month", "scalekit-secret-by-reference", "*", "2027-02-01"],
	])("is not reported for %s", (_what, rule, resource, expires) => {
		expect(wide(rule, resource, expires)).toEqual([]);
	});
});

describe("not a settings file", () => {
	const read = (content: Buffer) => {
		const folder = temporaryFolder({ "readiness.yaml": "" });
		writeFileSync(join(folder, "readiness.yaml"), content);
		return () => readSettings(join(folder, "readiness.yaml"), rules);
	};

	it.each([
		["UTF-16", Buffer.from("\ufeffrules: {}", "utf16le")],
		["UTF-16 without a mark", Buffer.from("rules: {}", "utf16le")],
	])("%s is reported in one line", (_what, content) => {
		expect(read(content)).toThrow(/readiness\.yaml: is not UTF-8 encoded$/);
	});

	it.each([
		["a folder", temporaryFolder(), "is a folder"],
		["a device", "/dev/null", "is not a regular file"],
		["nothing", "/nowhere/readiness.yaml", "cannot be read (ENOENT)"],
	])("%s is reported in one line", (_what, path, message) => {
		expect(() => readSettings(path, rules)).toThrow(`${path}: ${message}`);
	});
});

describe("finding the file", () => {
	it("goes upwards from the program's folder", () => {
		const root = temporaryFolder({ "readiness.yaml": "" });
		expect(findSettings(join(root, "infra/prod"), undefined)).toBe(join(root, "readiness.yaml"));
	});

	it("reports if the named file does not exist", () => {
		expect(() => findSettings("/", "/nowhere/readiness.yaml")).toThrow("/nowhere/readiness.yaml: the settings file does not exist");
	});
});
