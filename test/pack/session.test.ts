import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ref, resource, secret, toResourceData, UNKNOWN } from "../../policies/engine/example";
import type { ResourceData } from "../../policies/engine/resource";
import { Listener, LoadBalancer, TaskDefinition } from "../../policies/facts/resource-types";
import { rules } from "../../policies/rules";
import { type Door, PackClient, ROOT } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const STACK = { organization: "acme", project: "shop", stack: "prod" };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" };
const lb = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const listener = (inputs: object) => resource(Listener, "http", { port: 80, protocol: "HTTP", loadBalancerArn: ref("shop"), ...inputs });
const broken = (name = "http"): ResourceData[] =>
	toResourceData({ stack: [lb, { ...listener({ defaultActions: [forward] }), name }] }, "state");
const RULE = "http-listener-redirects";

const started: PackClient[] = [];
async function start(door: Door, files: Record<string, string> = {}, env: Record<string, string> = {}): Promise<PackClient> {
	const pack = await PackClient.start({ door, programFolder: temporaryFolder(files), env });
	started.push(pack);
	return pack;
}

afterEach(() => {
	for (const pack of started.splice(0)) pack.stop();
});

describe.each(["folder", "executable"] as const)("the pack started as the CLI starts it (%s)", (door) => {
	it("declares every rule, prints nothing at startup, and blocks in production", async () => {
		const pack = await start(door);
		await pack.configureStack(STACK);
		const info = await pack.info();
		expect(pack.output).toBe("");
		expect(info.getName()).toBe("scalekit-readiness");
		expect(info.getVersion()).toBe(version);
		expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(rules.map((rule) => rule.id));
		const [diagnostic, ...others] = (await pack.preview(broken())).filter((each) => each.rule === RULE);
		expect(others).toEqual([]);
		expect(diagnostic).toMatchObject({ level: 1, pack: "scalekit-readiness", version, urn: expect.stringContaining("::http") });
		expect(diagnostic?.message).toContain('load balancer listener "http" serves requests over plain HTTP');
		expect(diagnostic?.message).toContain("Fix: ");
		expect(diagnostic?.message).toContain(`docs/rules/${RULE}.md`);
		await pack.printed();
		expect(pack.output).toMatch(/^scalekit-readiness: profile production \(default[^)]*\), no readiness.yaml found[^\n]*\n$/);
	});

	it("is advisory if readiness.yaml declares the stack as non-production", async () => {
		const pack = await start(door, { "readiness.yaml": "stacks:\n  acme/shop/prod:\n    profile: staging\n" });
		await pack.configureStack(STACK);
		const levels = (await pack.info()).getPoliciesList().map((policy) => policy.getEnforcementlevel());
		expect(new Set(levels)).toEqual(new Set([0]));
		expect((await pack.preview(broken())).map((each) => each.level)).toEqual(expect.arrayContaining([0]));
	});

	it("reports only that a stack is excluded", async () => {
		const pack = await start(door, { "readiness.yaml": "stacks:\n  '*/shop/*':\n    excluded: no sign-in in this stack\n" });
		await pack.configureStack(STACK);
		await pack.info();
		expect(await pack.preview(broken())).toEqual([]);
		await pack.printed();
		expect(pack.output).toBe("scalekit-readiness: this stack is excluded from checks (readiness.yaml:3): no sign-in in this stack.\n");
	});

	it("says that a production stack is checked as something else", async () => {
		const pack = await start(door, {}, { SCALEKIT_READINESS_PROFILE: "staging" });
		await pack.configureStack(STACK);
		await pack.info();
		await pack.preview(toResourceData({ stack: [lb] }, "state"));
		await pack.printed();
		expect(pack.output).toContain("acme/shop/prod is checked with profile staging (SCALEKIT_READINESS_PROFILE), not production");
	});

	it("works without ConfigureStack, with the name in URNs", async () => {
		const pack = await start(door, { "readiness.yaml": "stacks:\n  '*/shop/prod':\n    profile: staging\n" });
		await pack.info();
		await pack.configure({ [RULE]: { level: 1 } });
		expect((await pack.preview(broken())).filter((each) => each.rule === RULE).map((each) => each.level)).toEqual([0]);
	});

	it("reports errors in readiness.yaml in one line, after Configure", async () => {
		const pack = await start(door, { "readiness.yaml": "stacks: {}\nrulez: {}\n" });
		await pack.configureStack(STACK);
		await pack.info();
		await expect(pack.configure({ [RULE]: { level: 1 } })).rejects.toMatchObject({
			code: 3,
			details: 'readiness.yaml:2: unknown key "rulez"; did you mean "rules"?',
		});
	});
});

describe("what the pack config says", () => {
	const refused = (config: Parameters<PackClient["configure"]>[0]) => async () => {
		const pack = await start("executable");
		await pack.info();
		return pack.configure(config);
	};

	it.each([
		["an unknown rule", { "http-listener-redirect": { level: 1 } }, `unknown rule "http-listener-redirect"; did you mean "${RULE}"?`],
		[
			"an unknown option",
			{ "listener-tls-version": { level: 1, properties: { minimun: "1.3" } } },
			'has no option "minimun"; did you mean "minimum"?',
		],
		["a wrong value", { "listener-tls-version": { level: 1, properties: { minimum: "1.1" } } }, "listener-tls-version.minimum"],
		["an unknown key under all", { all: { level: 1, properties: { profil: "x" } } }, 'unknown key "profil"'],
	])("refuses %s", async (_what, config, message) => {
		await expect(refused(config)()).rejects.toMatchObject({ code: 3, details: expect.stringContaining(message) });
	});

	it.each([
		["disabled reports nothing", 2, []],
		["remediate blocks, since nothing here remediates", 3, [1]],
		["advisory advises", 0, [0]],
	])("%s", async (_what, level, expected) => {
		const pack = await start("executable");
		await pack.configureStack(STACK);
		await pack.info();
		await pack.configure({ [RULE]: { level } });
		expect((await pack.preview(broken())).filter((each) => each.rule === RULE).map((each) => each.level)).toEqual(expected);
	});

	it("treats every level as set if `all` is set, which the CLI accepts only with a level", async () => {
		const pack = await start("executable");
		await pack.configureStack(STACK);
		await pack.info();
		await pack.configure({ all: { level: 1, properties: { profile: "staging" } }, [RULE]: { level: 1 } });
		expect((await pack.preview(broken())).filter((each) => each.rule === RULE).map((each) => each.level)).toEqual([1]);
		await pack.printed();
		expect(pack.output).toContain("profile staging (policy pack config)");
	});

	it("lists disabled rules", async () => {
		const pack = await start("executable", { "readiness.yaml": `rules: { ${RULE}: { level: disabled } }\n` });
		await pack.preview(broken());
		await pack.printed();
		expect(pack.output).toContain(`1 disabled rule (${RULE})`);
	});
});

describe("unknowns, secrets and sizes", () => {
	it("turns what cannot be decided into one line for the stack", async () => {
		const pack = await start("executable");
		await pack.configureStack(STACK);
		const data = ["a", "b", "c"].flatMap((name) =>
			toResourceData({ stack: [lb, { ...listener({ defaultActions: UNKNOWN }), name }] }, "preview"),
		);
		expect((await pack.preview(data)).filter((each) => each.rule === RULE)).toEqual([]);
		await pack.printed();
		expect(pack.output.trim().split("\n")).toHaveLength(1);
		expect(pack.output).toMatch(
			/^scalekit-readiness: profile production \([^)]*\), no readiness.yaml found; \d+ checks are undetermined until deployment/,
		);
	});

	it.each([
		["no entry", {}, []],
		["a severity that the rule has", { properties: { severity: "high" } }, [1]],
		["a severity above the rule's", { properties: { severity: "critical" } }, []],
		["the level that the entry has", { level: 0 }, [0]],
	])("counts undetermined findings as failures if the pack config sets it: %s", async (what, entry, levels) => {
		const pack = await start("executable");
		await pack.configureStack(STACK);
		await pack.info();
		await pack.configure(what === "no entry" ? {} : { "fail-on-undetermined": { level: 1, ...entry } });
		const data = toResourceData({ stack: [lb, listener({ defaultActions: UNKNOWN })] }, "preview");
		const said = (await pack.preview(data)).filter((each) => each.rule === RULE);
		expect(said.map((each) => each.level)).toEqual(levels);
		for (const { message } of said) expect(message).toMatch(/^undetermined: load balancer listener "http": [^\n]+\.\nFix: /);
	});

	it("names the document that hides what severe rules check", async () => {
		const pack = await start("executable");
		await pack.configureStack(STACK);
		const task = resource(TaskDefinition, "app", { family: "app", containerDefinitions: UNKNOWN });
		await pack.preview(toResourceData({ stack: [task] }, "preview"));
		await pack.printed();
		expect(pack.output).toContain(
			'containerDefinitions of "app" unknown in a preview: run "scalekit-readiness check" on the program to evaluate the content now',
		);
	});

	it("decides a secret by its value and shows none of it", async () => {
		const pack = await start("executable");
		const data = toResourceData({ stack: [lb, listener({ protocol: secret("HTTP"), defaultActions: [secret(forward)] })] }, "state");
		const said = await pack.preview(data);
		expect(said.map((each) => each.rule)).toContain(RULE);
		expect(JSON.stringify(said)).not.toContain("targetgroup/shop");
	});

	it("suppresses what an exception matches, counts it, and fails closed when it has expired", async () => {
		const exception = (name: string, expires: string) =>
			`  - { rule: ${RULE}, resource: "${name}", owner: platform, reason: moves next week, expires: ${expires} }\n`;
		const pack = await start("executable", {
			"readiness.yaml": `exceptions:\n${exception("suppressed", "2999-12-31")}${exception("late", "2020-01-31")}`,
		});
		const said = (await pack.preview([...broken("suppressed"), ...broken("late")])).filter((each) => each.rule === RULE);
		expect(said.map((each) => each.urn.split("::").pop())).toEqual(["late"]);
		expect(said[0]?.message).toContain("Its exception expired on 2020-01-31 (readiness.yaml:3).");
		await pack.printed();
		expect(pack.output).toContain("1 finding suppressed by readiness.yaml");
	});

	it("reports 8,000 violations within the CLI's limit, and counts the omitted ones", async () => {
		const pack = await start("executable");
		const [balancer] = broken();
		const data = [balancer as ResourceData, ...Array.from({ length: 8_000 }, (_, index) => broken(`http-${index}`)[1] as ResourceData)];
		await Promise.all(data.map((each) => pack.analyze(each)));
		const said = (await pack.analyzeStack(data).then((response) => response.getDiagnosticsList())).map((each) => each.getMessage());
		const [left] = said.filter((message) => message.includes("more resources violate this rule"));
		const listed = said.filter((message) => message.includes("serves requests over plain HTTP")).length;
		expect(listed).toBeGreaterThan(1000);
		expect(Number(/^\d+/.exec(left ?? "")?.[0]) + listed).toBe(8_000);
	});

	it("responds to Remediate with nothing", async () => {
		const pack = await start("executable");
		const response = await pack.remediate(broken()[1] as ResourceData);
		expect(response.getRemediationsList()).toEqual([]);
	});
});
