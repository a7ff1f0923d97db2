import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../policies/sources/file";
import { cleaned } from "../support/cleaned";
import { findingsOf } from "../support/findings-of";
import { given } from "../support/given";

const FOLDER = join(__dirname, "../fixtures/states");

/** Findings without what differs by nature: URNs, and the names that only the cleaned twin's project has. */
function told(description: Parameters<typeof findingsOf>[0]): readonly string[] {
	return findingsOf(description)
		.map(({ rule, verdict, type, name, property, message }) => `${verdict} ${rule} ${type} ${name} ${property ?? ""}: ${message}`)
		.sort();
}

describe("a state as the AWS provider leaves it", () => {
	const files = readdirSync(FOLDER);

	it.each(files)("%s: says the same as one without the provider's marks, defaults and empty values", (file) => {
		const path = join(FOLDER, file);
		const twin = cleaned(JSON.parse(readFileSync(path, "utf8")));
		expect(told(readFile(path))).toEqual(told(given(JSON.stringify(twin))));
	});

	it.each(files)("%s: fails somewhere, so that the comparison means something", (file) => {
		expect(findingsOf(readFile(join(FOLDER, file))).some((each) => each.verdict === "fail")).toBe(true);
	});

	it("old-cli.json: judges neither what is going nor what belongs to others", () => {
		const names = findingsOf(readFile(join(FOLDER, "old-cli.json"))).map((each) => each.name);
		expect(names).not.toContain("going");
		expect(names).not.toContain("foreign");
		expect(names).toContain("secure");
	});

	it("workloads.json: shows no secret, though one stands there in plain text", () => {
		const { resources } = readFile(join(FOLDER, "workloads.json"));
		expect(JSON.stringify(findingsOf({ resources }))).not.toContain("skc_not-a-real");
		expect(JSON.stringify(resources)).toContain("skc_not-a-real");
	});
});
