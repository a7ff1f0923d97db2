import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { resource, toResourceData } from "../../policies/engine/example";
import { Listener, LogGroup } from "../../policies/facts/resource-types";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { SECRET_PART, SECRETS, unsafeIn } from "../support/hostile";
import { stateOf } from "../support/mutated";
import { PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const RULE = "http-listener-redirects";
const env = {
	NODE_OPTIONS: `--require ${join(__dirname, "../support/throwing-rule.cjs")}`,
	THROWING_RULE: RULE,
	THROWN_MESSAGE: `no luck\n::error::with ${SECRETS[0]} and arn:hidden-listener`,
};
const MESSAGE = `load balancer listener "http": internal error in rule ${RULE}: TypeError: no luck :error::with [secret] and [value]`;

const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" };
const stack = [
	resource(Listener, "http", { port: 80, protocol: "HTTP", loadBalancerArn: "arn:hidden-listener", defaultActions: [forward] }),
	resource(LogGroup, "logs", {}),
];
const data = toResourceData({ stack }, "state");
const files = { "state.json": stateOf(data) };

describe("the command, if a rule throws", () => {
	const state = join(temporaryFolder(files), "state.json");
	const line = `scalekit-readiness: ${MESSAGE} (use --debug for the stack trace)\n`;

	it("prints everything else and exits with status 2", async () => {
		const { status, stdout, stderr } = await command(["check", state, "--exit-zero"], { env });
		expect({ status, stderr }).toEqual({ status: 2, stderr: line });
		expect(stdout).toContain(`         ${MESSAGE}\n`);
		expect(stdout).toContain("log-group-expires · ");
		expect(stdout).toContain(`Incomplete: 1 internal error in ${RULE}. Please report it.`);
		expect(unsafeIn(stdout)).toEqual([]);
		expect(stdout).not.toMatch(SECRET_PART);
		const without = (await command(["check", state])).stdout;
		expect(without).toContain("log-group-expires · ");
		expect(without).not.toContain("nternal error");
	});

	it("says that no blocking finding is of the other rules, and fails even if nothing blocks", async () => {
		const { status, stdout } = await command(["check", state, "--profile", "staging"], { env });
		expect(status).toBe(2);
		expect(stdout).toContain("No blocking findings of the other rules.");
	});

	it("shows the stack trace with --debug", async () => {
		const { status, stderr } = await command(["--debug", "check", state], { env });
		expect(status).toBe(2);
		const [first, second, third] = stderr.split("\n");
		expect(first).toBe(`scalekit-readiness: ${MESSAGE}`);
		expect(second).toBe("TypeError: no luck :error::with [secret] and [value]");
		expect(third).toMatch(/^ {4}at .*cli\.cjs/);
	});

	it("has it in JSON, with no item ready that depends on the rule", async () => {
		const { status, stdout, stderr } = await command(["check", state, "--format", "json"], { env });
		expect({ status, stderr }).toEqual({ status: 2, stderr: line });
		const report = JSON.parse(stdout) as Report;
		const [{ urn = "" } = {}] = data;
		expect(report.internalErrors).toEqual([{ rule: RULE, urn, message: MESSAGE, stack: null }]);
		const finding = report.findings.find((each) => each.rule === RULE);
		expect(finding).toMatchObject({
			verdict: "undetermined",
			reason: "internal-error",
			level: "mandatory",
			blocks: false,
			message: MESSAGE,
		});
		const items = report.items.filter(({ id }) => finding?.checklistItems.includes(id));
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) expect(["not-ready", "open"]).toContain(item.status);
		expect(items.map(({ reason }) => reason).join()).toContain(`${RULE}: 1 undetermined (internal error of the rule)`);
	});

	it("has it in SARIF as a failed run", async () => {
		const { status, stdout, stderr } = await command(["check", state, "--format", "sarif"], { env });
		expect({ status, stderr }).toEqual({ status: 2, stderr: line });
		const log = JSON.parse(stdout) as Log;
		const ajv = new Ajv({ strict: false, allErrors: true });
		addFormats(ajv);
		const validate = ajv.compile(require("../fixtures/sarif-schema-2.1.0.json") as object);
		validate(log);
		expect(validate.errors ?? []).toEqual([]);
		const [invocation] = log.runs[0]?.invocations ?? [];
		expect(invocation?.executionSuccessful).toBe(false);
		const errors = invocation?.toolExecutionNotifications?.filter(({ level }) => level === "error") ?? [];
		expect(errors.map(({ message, associatedRule }) => [message.text, associatedRule?.id])).toEqual([[MESSAGE, RULE]]);
		expect(JSON.stringify(invocation).split(MESSAGE.slice(-60))).toHaveLength(2);
		expect(log.runs[0]?.results?.some(({ ruleId }) => ruleId === "log-group-expires")).toBe(true);
	});
});

describe("the pack, if a rule throws", () => {
	it.each([
		["mandatory", 1],
		["advisory", 0],
	] as const)("reports it at the level of the rule: %s", async (level, sent) => {
		const pack = await PackClient.start({
			door: "executable",
			programFolder: temporaryFolder({ "readiness.yaml": `rules:\n  ${RULE}: { level: ${level} }\n` }),
			env,
		});
		try {
			await pack.configureStack({ organization: "acme", project: "shop", stack: "prod" });
			await pack.info();
			const diagnostics = await pack.preview(data);
			const [diagnostic, ...others] = diagnostics.filter(({ rule }) => rule === RULE);
			expect(others).toEqual([]);
			expect(diagnostic).toMatchObject({ level: sent, urn: data[0]?.urn });
			expect(diagnostic?.message.split("\n").slice(0, 2)).toEqual([
				`${MESSAGE}.`,
				"Fix: Please report it; to update without this rule, set its level to disabled in readiness.yaml.",
			]);
			expect(diagnostics.some(({ rule }) => rule === "log-group-expires")).toBe(true);
			expect(await pack.preview(data)).toHaveLength(diagnostics.length);
		} finally {
			pack.stop();
		}
	});

	it("reports nothing of a disabled rule", async () => {
		const programFolder = temporaryFolder({ "readiness.yaml": `rules:\n  ${RULE}: { level: disabled }\n` });
		const pack = await PackClient.start({ door: "executable", programFolder, env });
		try {
			expect((await pack.preview(data)).filter(({ rule }) => rule === RULE)).toEqual([]);
		} finally {
			pack.stop();
		}
	});
});
