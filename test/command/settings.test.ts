import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../cli/check";
import { describeRules } from "../../cli/describe";
import { openTargets } from "../../cli/target";
import { toSarif } from "../../report/sarif";
import { toText } from "../../report/text";
import { temporaryFolder } from "../support/temporary";

const listener = (name: string) => ({
	urn: `urn:pulumi:prod::shop::aws:lb/listener:Listener::${name}`,
	type: "aws:lb/listener:Listener",
	custom: true,
	id: name,
	inputs: { loadBalancerArn: "arn:lb", protocol: "HTTP", port: 80, defaultActions: [{ type: "forward" }] },
});
const balancer = {
	urn: "urn:pulumi:prod::shop::aws:lb/loadBalancer:LoadBalancer::web",
	type: "aws:lb/loadBalancer:LoadBalancer",
	custom: true,
	id: "arn:lb",
	inputs: { internal: false, accessLogs: { bucket: "logs", enabled: true } },
};

/** A state of shop/prod with two failing listeners, next to a settings file. */
function stateWith(settings: string): string {
	const folder = temporaryFolder({ "readiness.yaml": settings });
	const state = { version: 3, deployment: { resources: [balancer, listener("web"), listener("status-page")] } };
	writeFileSync(join(folder, "state.json"), JSON.stringify(state));
	return join(folder, "state.json");
}

const RULE = "http-listener-redirects";
const text = (report: Awaited<ReturnType<typeof check>>) => toText(report, { color: false, all: false, sections: [] });

describe("a stack that is excluded", () => {
	it("is named with the reason, and nothing of it is checked", async () => {
		const report = await check([stateWith('stacks: { "*/shop/*": { excluded: no sign-in in this stack } }')], {});
		expect({ findings: report.findings, stacks: report.stacks }).toEqual({ findings: [], stacks: [] });
		expect(report.coverage.excluded).toMatchObject([
			{ project: "shop", stack: "prod", reason: "no sign-in in this stack", source: "readiness.yaml:1" },
		]);
		expect(text(report)).toContain("Excluded: shop/prod (readiness.yaml:1): no sign-in in this stack.\n");
		expect(text(report)).toContain("No resources were evaluated.");
		expect(report.summary.items).toMatchObject({ ready: 0, "not-ready": 0, "not-applicable": 0 });
	});
});

describe("a production stack that is checked as something else", () => {
	it("is in every report format", async () => {
		const report = await check([stateWith("rules: {}")], { profile: "staging" });
		const told =
			"*/shop/prod is checked with profile staging (--profile), not production (default: no entry under stacks matches */shop/prod), in which rules block.";
		expect(report.summary.blocking).toBe(0);
		expect(report.notices).toContain(told);
		expect(text(report)).toContain(told);
		expect(toSarif(report, describeRules())).toContain(JSON.stringify(told).slice(1, -1));
	});
});

describe("an exception", () => {
	const exception = (resource: string) =>
		`exceptions: [{ rule: ${RULE}, resource: "${resource}", owner: platform, reason: moves next week, expires: 2999-12-31 }]`;
	const excused = async (resource: string) => {
		const { findings } = await check([stateWith(exception(resource))], {});
		return findings.filter(({ rule, exception }) => rule === RULE && exception).map(({ name }) => name);
	};

	it.each([
		["web", ["web"]],
		["!(web)", ["status-page"]],
		["aws:lb/listener:Listener::web", ["web"]],
		["urn:*::web", ["web"]],
		["*", ["web", "status-page"]],
	])("for %s suppresses %j", async (resource, names) => {
		expect(await excused(resource)).toEqual(names);
	});

	it("that only says what is not meant is refused", async () => {
		await expect(check([stateWith(exception("!web"))], {})).rejects.toThrow(
			"readiness.yaml:1: exceptions[0].resource must not begin with an exclamation mark",
		);
	});

	it("is reported if it matches nothing, thousands in one line", async () => {
		const one = `{ rule: ${RULE}, resource: nothing-NUMBER-*, owner: o, reason: r, expires: 2999-12-31 }`;
		const many = Array.from({ length: 2000 }, (_, at) => `  - ${one.replace("NUMBER", String(at))}`).join("\n");
		const { notices } = await check([stateWith(`exceptions:\n${many}\n`)], {});
		expect(notices).toHaveLength(11);
		expect(notices.at(-1)).toBe("1990 more exceptions match nothing in the checked stacks.");
	});
});

describe("--stack, given more than once", () => {
	const project = (name: string, ...stacks: readonly string[]) => {
		const folder = join(temporaryFolder(), name);
		mkdirSync(folder);
		writeFileSync(join(folder, "Pulumi.yaml"), `name: ${name}\nruntime: nodejs\n`);
		writeFileSync(join(folder, "index.js"), "");
		for (const stack of stacks) writeFileSync(join(folder, `Pulumi.${stack}.yaml`), "config: {}\n");
		return folder;
	};
	const opened = (paths: readonly string[], stack: readonly string[]) =>
		openTargets(paths, { stack }).map(({ name }) => `${name?.project}/${name?.stack}`);

	it("is each of them", () => {
		expect(opened([project("shop", "eu", "us")], ["eu", "us", "eu"])).toEqual(["shop/eu", "shop/us"]);
	});

	it("is for the project that it names, where several are given", () => {
		const [shop, base] = [project("shop", "eu"), project("base", "live")];
		expect(opened([shop, base], ["acme/shop/eu", "acme/base/live"])).toEqual(["shop/eu", "base/live"]);
	});

	it("must exist", () => {
		expect(() => opened([project("shop", "eu")], ["eu", "us"])).toThrow("Pulumi.us.yaml does not exist; the stacks are eu");
		expect(() => opened([project("shop", "eu"), project("base", "live")], ["acme/base/live"])).toThrow("the project in");
	});
});

describe("equal findings of one rule", () => {
	it("are reported together", async () => {
		const report = await check([stateWith("rules: {}")], {});
		const shown = toText(report, { color: false, all: false, sections: [{ id: "quick-checks", title: "Quick checks" }] });
		expect(shown.match(new RegExp(`✗ ${RULE} · `, "g"))).toHaveLength(1);
		expect(shown).toMatch(/Also applies to "status-page" \([^)]*state\.json\)\./);
	});
});
