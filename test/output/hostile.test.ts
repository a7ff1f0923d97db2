import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { check } from "../../cli/check";
import { write } from "../../cli/output";
import { showSettings } from "../../cli/settings";
import { hostileSecret, hostileText, SECRET_PART, unsafeIn, unsafeInJson } from "../support/hostile";
import { mutatedStack, stateOf } from "../support/mutated";
import { PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const CASES = readdirSync(join(__dirname, "cases"));
const texts = fc.array(fc.oneof(hostileText, hostileSecret), { minLength: 10, maxLength: 30 });
const FORMATS = ["text", "json", "sarif"] as const;

/** A file name with a text up to its first slash, unless that is longer than names may be. */
function asFileName(text: string): string {
	const name = (wellFormed(text).split("/")[0] ?? "").replaceAll("\0", "");
	return Buffer.byteLength(name) < 200 ? `f${name}.json` : "f.json";
}

/** As UTF-8 carries it: without halves of surrogate pairs. */
function wellFormed(text: string): string {
	return Buffer.from(text).toString();
}

function expectSafe(output: string, isJson: boolean): void {
	expect(isJson ? unsafeInJson(output) : unsafeIn(output)).toEqual([]);
	const { index } = SECRET_PART.exec(output) ?? {};
	expect(index === undefined ? "" : output.slice(Math.max(0, index - 200), index + 100)).toBe("");
}

/** All formats of the report on the files, written as the command writes it. */
async function reports(paths: readonly string[], config?: string): Promise<Readonly<Record<(typeof FORMATS)[number], string>>> {
	const folder = temporaryFolder();
	const fileOf = (format: string) => join(folder, format);
	const report = await check(paths, { all: true, ...(config ? { config: [config] } : {}) });
	write(
		report,
		FORMATS.map((format) => ({ format, file: fileOf(format) })),
		true,
	);
	const [text, json, sarif] = FORMATS.map((format) => readFileSync(fileOf(format), "utf8"));
	return { text: text as string, json: json as string, sarif: sarif as string };
}

function expectAllSafe({ text, json, sarif }: Awaited<ReturnType<typeof reports>>): void {
	expectSafe(text, false);
	expectSafe(json, true);
	expectSafe(sarif, true);
}

it.each(CASES)("the case %s is safe in every format", async (name) => {
	expectAllSafe(await reports([join(__dirname, "cases", name)]));
});

describe("hostile texts in every field", () => {
	it("of resources and their neighbours, and in file names, are safe in every format", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer(), texts, async (seed, each) => {
				const file = join(temporaryFolder(), asFileName(each[0] as string));
				writeFileSync(file, stateOf(mutatedStack(seed, each, 12)));
				expectAllSafe(await reports([file]));
			}),
			{ numRuns: 100 },
		);
	});

	it("of the settings are safe in every format, and in the settings command", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer(), texts, async (seed, each) => {
				const folder = temporaryFolder();
				const [name, owner, reason, glob, profile, more] = each.map((text) => JSON.stringify(wellFormed(text)));
				const settings = [
					`exceptions:\n  - {rule: http-listener-redirects, resource: "*", owner: ${owner}, reason: ${reason}, expires: 2099-01-01}`,
					`  - {rule: hsts, resource: ${glob}, owner: ${owner}, reason: ${reason}, expires: 2001-01-01}`,
					`stacks:\n  "*/*/*": {profile: ${profile}}\nprofiles:\n  ${profile}: {}`,
					seed % 2 === 0 ? `rules: {${name}: {level: ${more}}}` : "",
				].join("\n");
				const file = join(folder, "readiness.yaml");
				writeFileSync(file, settings);
				const state = join(folder, "state.json");
				writeFileSync(state, stateOf(mutatedStack(seed, each, 6)));
				const { status, stdout, stderr } = { status: 0, stdout: "", stderr: "", ...(await shown(state, file)) };
				if (status === 0) expectAllSafe(await reports([state], file));
				expectSafe(stdout + stderr, false);
			}),
			{ numRuns: 60 },
		);
	});

	it("of a request are safe in all that the pack says", async () => {
		const [each = []] = fc.sample(fc.array(fc.oneof(hostileText, hostileSecret), { minLength: 200, maxLength: 300 }), {
			numRuns: 1,
			seed: 7,
		});
		const resources = mutatedStack(
			7,
			each.map((text) => wellFormed(text)),
			600,
		);
		const pack = await PackClient.start({ door: "executable", programFolder: temporaryFolder() });
		try {
			const diagnostics = await pack.preview(resources);
			expect(diagnostics.length).toBeGreaterThan(100);
			await pack.printed();
			for (const { message, urn } of diagnostics) {
				expectSafe(message, false);
				expectSafe(urn, false);
			}
			expectSafe(pack.output, false);
		} finally {
			pack.stop();
		}
	});
});

/** The settings command's output, or its error as the command prints it. */
async function shown(state: string, config: string): Promise<{ status?: number; stdout?: string; stderr?: string }> {
	try {
		const given = { config: [config] };
		expectSafe(showSettings(state, { ...given, format: "json" }), true);
		return { stdout: showSettings(state, { ...given, format: "text" }) };
	} catch (error) {
		const { printError } = require("../../cli/print") as typeof import("../../cli/print");
		const spy = jest.spyOn(process.stderr, "write").mockReturnValue(true);
		try {
			printError((error as Error).message);
			return { status: 2, stderr: spy.mock.calls.map(([text]) => String(text)).join("") };
		} finally {
			spy.mockRestore();
		}
	}
}
