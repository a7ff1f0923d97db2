import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportOn } from "../support/command";
import { ROOT } from "../support/pack-client";
import { Deployment, EXECUTABLE, MONITORING, REASON_WITHOUT_PULUMI, violationsIn } from "../support/pulumi";

const FIXTURE = join(ROOT, "test/fixtures/monitoring.state.json");

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

interface State {
	readonly deployment: { readonly resources: readonly { readonly urn: string; readonly inputs?: object }[] };
}

/** The resources of a state and the names of what each is given. */
function shapeOf({ deployment }: State): readonly string[] {
	const managed = deployment.resources.filter(({ urn }) => urn.includes("aws:"));
	return managed.map(({ urn, inputs = {} }) => `${urn} ${Object.keys(inputs).sort()}`).sort();
}

withPulumi(`the monitoring, with a real CLI${reason}`, () => {
	let deployment: Deployment;
	const up = ["up", "--yes", "--stack", "prod", "--non-interactive", "--policy-pack", EXECUTABLE];
	beforeAll(() => {
		deployment = new Deployment(MONITORING);
	}, 120_000);

	it("passes a preview, is made, and is the same after a second update", () => {
		const preview = deployment.preview(EXECUTABLE);
		expect({ status: preview.status, violations: violationsIn(preview.output) }).toEqual({ status: 0, violations: [] });
		const first = deployment.run(up);
		expect({ status: first.status, violations: violationsIn(first.output) }).toEqual({ status: 0, violations: [] });
		expect(first.output).not.toContain("undefined");
		const again = deployment.run([...up, "--expect-no-changes"]);
		expect({ status: again.status, violations: violationsIn(again.output) }).toEqual({ status: 0, violations: [] });
	}, 180_000);

	it("does not change the flag after the first deployment", () => {
		const config = (...args: string[]) => expect(deployment.run(["config", "--stack", "prod", ...args]).status).toBe(0);
		config("set", "--path", "rollback.flag", "other-flows");
		const { output } = deployment.run(["preview", "--stack", "prod", "--non-interactive", "--diff"]);
		config("rm", "rollback");
		expect(output).toContain("Document");
		expect(output).not.toMatch(/hostedConfigurationVersion|appconfig\/deployment:Deployment/);
	}, 120_000);

	it("has a state without undetermined findings, equal to the stored one", () => {
		const file = join(deployment.folder, "state.json");
		writeFileSync(file, deployment.run(["stack", "export", "--stack", "prod", "--show-secrets"]).stdout);
		expect(reportOn(file).findings).toEqual([]);
		expect(shapeOf(JSON.parse(readFileSync(file, "utf8")))).toEqual(shapeOf(JSON.parse(readFileSync(FIXTURE, "utf8"))));
	}, 120_000);
});

it("the stored state of the monitoring has no undetermined findings", () => {
	const { summary, findings } = reportOn(FIXTURE);
	expect({ findings, blocking: summary.blocking, advisory: summary.advisory, unknown: summary.undetermined }).toEqual({
		findings: [],
		blocking: 0,
		advisory: 0,
		unknown: 0,
	});
});
