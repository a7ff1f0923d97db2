import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readPreview } from "../../policies/sources/preview";
import { readState } from "../../policies/sources/state";
import { temporaryFolder } from "../support/temporary";

const TYPE = "aws:s3/bucket:Bucket";

/** A state of resources at these positions. */
const records = (positions: readonly string[]) =>
	positions.map((sourcePosition, index) => ({
		urn: `urn:pulumi:prod::shop::${TYPE}::r${index}`,
		type: TYPE,
		custom: true,
		sourcePosition,
	}));

/** The files that are read from a state and from a preview, which are the same. */
function filesIn(positions: readonly string[]): readonly (string | undefined)[] {
	const resources = records(positions);
	const state = readState({ resources }, "state");
	const steps = resources.map((newState) => ({ op: "create", urn: newState.urn, newState }));
	const files = state.resources.map((each) => each.location?.file);
	expect(readPreview({ steps }, "preview").resources.map((each) => each.location?.file)).toEqual(files);
	return files;
}

describe("positions of ES modules, which Pulumi's SDK writes as URLs in a path", () => {
	it.each<[string, readonly string[], readonly string[]]>([
		["one file", ["project:///file:/home/ci/shop/index.ts#14,10"], ["index.ts"]],
		["several files", ["project:///file:/ci/shop/index.ts#1", "project:///file:/ci/shop/lib/queue.ts#2,3"], ["index.ts", "lib/queue.ts"]],
		["files side by side", ["project:///file:/ci/shop/a/a.ts#1", "project:///file:/ci/shop/ab/b.ts#2"], ["a/a.ts", "ab/b.ts"]],
		["a program in a folder of the project", ["project:///infra/file:/ci/shop/infra/lib/a.ts#1,2"], ["infra/lib/a.ts"]],
		["characters that URLs encode", ["project:///file:/ci/my%2520shop/%C3%A9.ts#1,2", "project:///app.js#3"], ["é.ts", "app.js"]],
		["a drive of Windows", ["project:///file:/C:/ci/shop/index.ts#1,2"], ["index.ts"]],
		["no ES module", ["project:///src/app.ts#9,30"], ["src/app.ts"]],
	])("%s", (_what, positions, files) => {
		expect(filesIn(positions)).toEqual(files);
	});

	it("are relative to the project where it is on this machine", () => {
		const folder = temporaryFolder({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n" });
		mkdirSync(join(folder, "src"));
		writeFileSync(join(folder, "src/index.ts"), "");
		const { pathname } = pathToFileURL(join(folder, "src/index.ts"));
		expect(filesIn([`project:///file:${pathname}#5,1`])).toEqual(["src/index.ts"]);
	});
});
