import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceData } from "../../policies/engine/resource";
import { command } from "../support/command";
import { PackClient } from "../support/pack-client";
import { EVERYWHERE, MARKER, plant, spots } from "../support/planted";
import { temporaryFolder } from "../support/temporary";

const PAYLOADS = Object.values(EVERYWHERE);

/** Every example with a secret in one of its places, for every third place, all in one stack. */
const resources: readonly ResourceData[] = spots.flatMap((spot, index) =>
	index % 3 === 0 ? plant(spot, PAYLOADS[index % PAYLOADS.length] as string, index % 2 === 1).map((each) => renamed(each, index)) : [],
);

function renamed(data: ResourceData, index: number): ResourceData {
	const suffix = (urn: string) => `${urn}-${index}`;
	const dependencies = Object.entries(data.propertyDependencies ?? {}).map(([property, urns]) => [property, (urns ?? []).map(suffix)]);
	const there = JSON.parse(JSON.stringify(data)) as ResourceData;
	return { ...there, urn: suffix(data.urn), name: suffix(data.name), propertyDependencies: Object.fromEntries(dependencies) };
}

describe("a planted secret", () => {
	it("is in no format that the command writes", async () => {
		const folder = temporaryFolder();
		const state = join(folder, "state.json");
		const deployment = { resources: resources.map((each) => ({ custom: true, ...each })) };
		writeFileSync(state, JSON.stringify({ version: 3, deployment }));
		for (const args of [
			["--debug", "check", state, "--all"],
			["check", state, "--all", "--format", "json"],
			["check", state, "--format", "sarif"],
		]) {
			const { status, stdout, stderr } = await command(args);
			expect(status).toBe(1);
			expect(stdout.length).toBeGreaterThan(100_000);
			expect((stdout + stderr).includes(MARKER)).toBe(false);
		}
	});

	it("is in nothing that the pack says", async () => {
		const pack = await PackClient.start({ door: "executable", programFolder: temporaryFolder() });
		try {
			const said = JSON.stringify(await pack.preview(resources)) + pack.output;
			expect(said.length).toBeGreaterThan(100_000);
			expect(said.includes(MARKER)).toBe(false);
		} finally {
			pack.stop();
		}
	});
});
