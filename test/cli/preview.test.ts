import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { reportOn } from "../support/command";
import { ROOT } from "../support/pack-client";
import { Deployment, EXECUTABLE, REASON_WITHOUT_PULUMI, violationsIn } from "../support/pulumi";
import { temporaryFolder } from "../support/temporary";

const FOLDER = ROOT;

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

/** What a state says of its resources, less what differs from one update to the next; secrets are in it or not, as it was exported. */
function inputsIn(state: { deployment: { resources: { urn: string; inputs?: unknown }[] } }): unknown {
	const managed = state.deployment.resources.filter(({ urn }) => urn.includes("aws:"));
	return managed.map(({ urn, inputs }) => `${urn} ${Object.keys(inputs ?? {})}`).sort();
}

/** The rules that fail in a report, written as {@link violationsIn} writes them. */
function failing(report: Report): readonly string[] {
	const failed = report.findings.filter((finding) => finding.verdict === "fail" && finding.exception === null);
	return [...new Set(failed.map((finding) => `${finding.level} ${finding.rule}`))].sort();
}

withPulumi(`a real preview${reason}`, () => {
	let broken: Deployment;
	let ready: Deployment;

	beforeAll(() => {
		broken = new Deployment("broken");
		ready = new Deployment("ready");
	}, 120_000);

	it.each([
		["by folder", FOLDER],
		["by executable", EXECUTABLE],
	])("of the broken example is blocked %s, by the rules that check names", (_how, pack) => {
		const { status, output } = broken.preview(pack);
		expect(violationsIn(output)).toEqual(failing(reportOn(broken.folder)));
		expect(violationsIn(output).some((each) => each.startsWith("mandatory"))).toBe(true);
		expect(status).not.toBe(0);
	});

	it.each([
		["by folder", FOLDER],
		["by executable", EXECUTABLE],
	])("of the ready example passes %s, with no violation and no advice", (_how, pack) => {
		const { status, output } = ready.preview(pack);
		expect({ status, violations: violationsIn(output) }).toEqual({ status: 0, violations: [] });
		expect(output).toContain("✅ scalekit-readiness");
	});

	it("finds readiness.yaml with -C: by itself as an executable, by the variable as a folder", () => {
		const elsewhere = temporaryFolder();
		const staging = new Deployment("broken");
		writeFileSync(join(staging.folder, "readiness.yaml"), 'stacks: { "**": { profile: staging } }\n');
		const preview = (pack: string, env = {}) =>
			staging.run(["-C", staging.folder, "preview", "--stack", "prod", "--non-interactive", "--policy-pack", pack], {
				cwd: elsewhere,
				env,
			});
		const executable = preview(EXECUTABLE);
		const folder = preview(FOLDER, { SCALEKIT_READINESS_CONFIG: join(staging.folder, "readiness.yaml") });
		for (const { status, output } of [executable, folder]) {
			expect(violationsIn(output).map((each) => each.split(" ")[0])).not.toContain("mandatory");
			expect(violationsIn(output).length).toBeGreaterThan(0);
			expect(status).toBe(0);
		}
	});

	it("stops with one clear line where the pack config names a rule that does not exist", () => {
		const config = join(temporaryFolder({ "policy.json": JSON.stringify({ "http-listener-redirect": "mandatory" }) }), "policy.json");
		const { status, output } = ready.preview(EXECUTABLE, "--policy-pack-config", config);
		expect(status).not.toBe(0);
		expect(output).toContain('unknown rule "http-listener-redirect"; did you mean "http-listener-redirects"?');
	});

	it("applies levels of the pack config", () => {
		const rules = failing(reportOn(broken.folder)).map((each) => each.split(" ")[1] as string);
		const config = join(
			temporaryFolder({ "policy.json": JSON.stringify(Object.fromEntries(rules.map((rule) => [rule, "disabled"]))) }),
			"policy.json",
		);
		const { status, output } = broken.preview(EXECUTABLE, "--policy-pack-config", config);
		expect({ status, violations: violationsIn(output) }).toEqual({ status: 0, violations: [] });
	});
});

withPulumi(`a real update and its state${reason}`, () => {
	it.each(["broken", "ready"])("policy analyze and check say the same of the %s example's state", (example) => {
		const deployment = new Deployment(example);
		expect(deployment.run(["up", "--yes", "--stack", "prod", "--non-interactive", "--skip-preview"]).status).toBe(0);
		const file = join(deployment.folder, "state.json");
		writeFileSync(file, deployment.run(["stack", "export", "--stack", "prod", "--show-secrets"]).stdout);
		const analyzed = deployment.run(["policy", "analyze", "--file", file, "--policy-pack", EXECUTABLE]);
		const report = reportOn(file);
		expect(violationsIn(analyzed.output)).toEqual(failing(report));
		expect(analyzed.status === 0).toBe(report.summary.blocking === 0);
		if (example === "ready") {
			expect(report.findings).toEqual([]);
			const kept = JSON.parse(readFileSync(join(ROOT, "test/fixtures/ready.state.json"), "utf8"));
			expect(inputsIn(JSON.parse(readFileSync(file, "utf8")))).toEqual(inputsIn(kept));
		}
	});

	it("lets the ready example through an update, and a second one changes nothing", () => {
		const deployment = new Deployment("ready");
		const up = ["up", "--yes", "--stack", "prod", "--non-interactive", "--policy-pack", EXECUTABLE];
		expect(deployment.run(up).status).toBe(0);
		const again = deployment.run([...up, "--expect-no-changes"]);
		expect({ status: again.status, violations: violationsIn(again.output) }).toEqual({ status: 0, violations: [] });
	});
});
