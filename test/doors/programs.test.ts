import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import { saidByCommand, saidByPack, saidOf } from "../support/doors";
import { previewDocument } from "../support/engine-documents";
import { given } from "../support/given";
import { onTheWire } from "../support/on-the-wire";
import { ROOT } from "../support/pack-client";
import { programsFolder } from "../support/program";
import { contradictions, expectListed } from "./compare";
import { SECRETS } from "./secrets";

/** Programs, with the values of their encrypted configuration if the engine has them. */
const SUBJECTS: readonly { folder: string; stack?: string; secrets?: Readonly<Record<string, string>> }[] = [
	{ folder: "examples/ready" },
	{ folder: "examples/broken" },
	{ folder: "examples/monitored-service" },
	{ folder: "test/doors/programs/reading" },
	{ folder: "test/doors/programs/secrets", secrets: SECRETS },
	{ folder: "test/sources/programs/awsx", stack: "sound" },
	{ folder: "test/sources/programs/awsx", stack: "unread" },
];

const record = (folder: string, stack: string) =>
	runProgram(readProject(folder), folder, { stack, timeout: 60_000, predictOutputs: false });

/** The program's folder with a stack file in which nothing is encrypted: the program gets what the engine would give it. */
function decrypted(folder: string, stack: string, secrets: Readonly<Record<string, string>>): string {
	const copy = join(programsFolder({}), "program");
	cpSync(folder, copy, { recursive: true });
	writeFileSync(join(copy, `Pulumi.${stack}.yaml`), stringify({ config: secrets }));
	return copy;
}

const titled = SUBJECTS.map((subject) => [[subject.folder.split("/").at(-1), subject.stack].filter(Boolean).join(" "), subject] as const);

describe.each(titled)("the program %s before its first update", (title, { folder, stack = "prod", secrets }) => {
	it("is judged alike in every door, but for what is listed", async () => {
		const path = join(ROOT, folder);
		const [reference, oneRun] = await Promise.all([saidByCommand(path, "--stack", stack), record(path, stack)]);
		const { resources } = secrets ? await record(decrypted(path, stack, secrets), stack) : oneRun;
		const sent = onTheWire(resources);
		const packs = await Promise.all((["executable", "folder"] as const).map((door) => saidByPack(door, sent, path, "preview")));
		expectListed(title, "one run", reference, saidOf(oneRun, path));
		expectListed(title, "preview JSON", reference, saidOf(given(previewDocument(resources)), path));
		for (const said of packs) expectListed(title, "pack at a preview", reference, said);
	});
});

it("nothing that fails by one door passes by another, but for references that are not shown", () => {
	expect(contradictions()).toEqual([]);
});
