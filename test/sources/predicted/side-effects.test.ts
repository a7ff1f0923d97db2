import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Reading } from "../../../policies/engine/reading";
import { readProject } from "../../../policies/sources/program/project/project";
import { runProgram } from "../../../policies/sources/program/run";
import { temporaryFolder } from "../../support/temporary";

const PROGRAM = join(__dirname, "../programs/predicted");

/** A copy of the program that writes to a file outside its folder. */
function program(): { readonly folder: string; readonly file: string } {
	const outside = temporaryFolder();
	const folder = join(outside, "program");
	const file = join(outside, "written");
	mkdirSync(folder);
	for (const each of ["aws.js", "index.js", "package.json", "side-effects.js"]) copyFileSync(join(PROGRAM, each), join(folder, each));
	symlinkSync(join(__dirname, "../../../node_modules"), join(folder, "node_modules"));
	writeFileSync(join(folder, "Pulumi.yaml"), `name: predicted\nruntime: nodejs\nconfig:\n  file: ${JSON.stringify(file)}\n`);
	return { folder, file };
}

async function effectsOf(folder: string, predictOutputs: boolean): Promise<Reading> {
	const { resources } = await runProgram(readProject(folder), "predicted", { stack: "side-effects", timeout: 60_000, predictOutputs });
	return new Reading(resources.find(({ name }) => name === "effects")?.inputs, undefined);
}

describe("callbacks that act outside of a program", () => {
	it("act once, and make no value that is believed", async () => {
		const { folder, file } = program();
		const effects = await effectsOf(folder, true);
		expect(readFileSync(file, "utf8")).toBe("6 parts\n");
		expect(["found", "written", "isDryRun"].map((name) => effects.read(name).state)).toEqual(["unknown", "unknown", "unknown"]);
		expect(effects.read("branch").text).toBe("preview");
	});

	it("do nothing without the second run", async () => {
		const { folder, file } = program();
		const effects = await effectsOf(folder, false);
		expect(existsSync(file)).toBe(false);
		expect(effects.read("branch").text).toBe("preview");
	});
});
