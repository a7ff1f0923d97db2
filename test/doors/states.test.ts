import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../policies/sources/file";
import { saidByCli, saidByCommand, saidByPack } from "../support/doors";
import { analyzedState } from "../support/engine-documents";
import { Deployment, EXECUTABLE, REASON_WITHOUT_PULUMI } from "../support/pulumi";
import { temporaryFolder } from "../support/temporary";
import { expectListed } from "./compare";

const withPulumi = REASON_WITHOUT_PULUMI ? describe.skip : describe;
const reason = REASON_WITHOUT_PULUMI ? ` (${REASON_WITHOUT_PULUMI})` : "";

const FIXTURES = join(__dirname, "../fixtures");
const STATES = [
	...readdirSync(FIXTURES).filter((file) => file.endsWith(".state.json")),
	...readdirSync(join(FIXTURES, "states")).map((file) => `states/${file}`),
];

describe.each(STATES)("%s", (file) => {
	it("is judged alike in every door, but for what is listed", async () => {
		const path = join(FIXTURES, file);
		const folder = temporaryFolder();
		const sent = analyzedState(readFile(path).resources);
		const [reference, analyzed, updated] = await Promise.all([
			saidByCommand(path),
			saidByPack("folder", sent, folder, "snapshot"),
			saidByPack("executable", sent, folder, "preview"),
		]);
		expectListed(file, "pack in policy analyze", reference, analyzed);
		expectListed(file, "pack at an update", reference, updated);
	});
});

withPulumi(`the real policy analyze${reason}`, () => {
	let cli: Deployment;
	beforeAll(() => {
		cli = new Deployment("ready");
	}, 60_000);

	it.each(STATES)("says of %s what check says, but for what is listed", async (file) => {
		const path = join(FIXTURES, file);
		const { output } = cli.run(["policy", "analyze", "--file", path, "--policy-pack", EXECUTABLE], { cwd: temporaryFolder() });
		expect(output).toContain("scalekit-readiness");
		expectListed(file, "real policy analyze", await saidByCommand(path), saidByCli(output));
	});
});
