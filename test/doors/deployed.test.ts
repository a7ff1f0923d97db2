import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../policies/sources/file";
import { type Said, saidByCli, saidByCommand, saidOf } from "../support/doors";
import { ROOT } from "../support/pack-client";
import { Deployment, EXECUTABLE, REASON_WITHOUT_PULUMI } from "../support/pulumi";
import { type Door, expectListed } from "./compare";
import { SECRETS } from "./secrets";

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

const SUBJECTS = [
	"examples/ready",
	"examples/broken",
	"examples/monitored-service",
	"test/doors/programs/reading",
	"test/doors/programs/secrets",
];

withPulumi.each(SUBJECTS)(`the program %s with a real CLI${reason}`, (program) => {
	const title = program.split("/").at(-1) as string;
	const stack = ["--stack", "prod", "--non-interactive"];
	let deployment: Deployment;
	let reference: Said;
	const expectDoor = (door: Door, said: Said) => expectListed(title, door, reference, said);
	const saidIn = (name: string, content: string) => {
		const file = join(deployment.folder, name);
		writeFileSync(file, content);
		return saidOf(readFile(file), deployment.folder);
	};

	beforeAll(async () => {
		reference = await saidByCommand(join(ROOT, program));
		deployment = new Deployment(join("..", program));
		if (title !== "secrets") return;
		for (const [key, value] of Object.entries(SECRETS))
			expect(deployment.run(["config", "set", "--secret", key, value, ...stack]).status).toBe(0);
	}, 120_000);

	it("is judged alike before its first update, but for what is listed", () => {
		expectDoor("real preview JSON", saidIn("preview.json", deployment.run(["preview", "--json", "--show-sames", ...stack]).stdout));
		expectDoor("real preview", saidByCli(deployment.preview(EXECUTABLE).output));
	}, 180_000);

	it("is judged alike once it exists, but for what is listed", () => {
		expect(deployment.run(["up", "--yes", "--skip-preview", ...stack]).status).toBe(0);
		expectDoor("real preview after the update", saidByCli(deployment.preview(EXECUTABLE).output));
		const file = join(deployment.folder, "state.json");
		expectDoor("real state", saidIn("state.json", deployment.run(["stack", "export", "--stack", "prod"]).stdout));
		const analyze = (env = {}) => deployment.run(["policy", "analyze", "--file", file, "--policy-pack", EXECUTABLE], { env });
		expectDoor("real policy analyze", saidByCli(analyze().output));
		expectDoor("real policy analyze without the passphrase", saidByCli(analyze({ PULUMI_CONFIG_PASSPHRASE: "another" }).output));
		expectDoor(
			"real state with secrets",
			saidIn("open.json", deployment.run(["stack", "export", "--stack", "prod", "--show-secrets"]).stdout),
		);
	}, 300_000);
});
