import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { Deployment, EXECUTABLE, REASON_WITHOUT_PULUMI, violationsIn } from "../support/pulumi";

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

withPulumi(`a program that uses the package, with a real CLI${reason}`, () => {
	let deployment: Deployment;
	const up = ["up", "--yes", "--stack", "prod", "--non-interactive", "--policy-pack", EXECUTABLE];
	beforeAll(() => {
		deployment = new Deployment("monitored-service");
	}, 60_000);

	it("passes, is made, and is the same after a second update", () => {
		const first = deployment.run(up);
		expect({ status: first.status, violations: violationsIn(first.output) }).toEqual({ status: 0, violations: [] });
		const again = deployment.run([...up, "--expect-no-changes"]);
		expect({ status: again.status, violations: violationsIn(again.output) }).toEqual({ status: 0, violations: [] });
	}, 180_000);

	it("exports what a person has to fill in", () => {
		const { stdout } = deployment.run(["stack", "output", "--json", "--stack", "prod"]);
		expect(JSON.parse(stdout)).toEqual({
			webhookUrl: expect.stringMatching(/^https:\/\/.+\/webhooks\/scalekit$/),
			webhookSecretArn: expect.stringContaining(":secretsmanager:"),
			credentialsSecretArn: expect.stringContaining(":secretsmanager:"),
			dashboard: expect.stringContaining("#dashboards/dashboard/shop-auth"),
		});
	}, 60_000);

	it("has no undetermined findings once deployed", async () => {
		const file = join(deployment.folder, "state.json");
		writeFileSync(file, deployment.run(["stack", "export", "--stack", "prod", "--show-secrets"]).stdout);
		const { status, stdout } = await command(["check", file, "--format", "json"]);
		const { findings } = JSON.parse(stdout) as Report;
		expect({ status, findings }).toEqual({ status: 0, findings: [] });
	}, 60_000);
});
