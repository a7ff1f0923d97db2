import { join } from "node:path";
import { rules } from "../../policies/rules";
import { temporaryFolder } from "../support/temporary";

const { defectsOf, ruleFiles } = require("../../build/rule-files") as {
	defectsOf(folder: string, exported: readonly string[]): readonly string[];
	ruleFiles(folder: string): readonly { readonly category: string; readonly id: string }[];
};

describe("a rule that nothing checks", () => {
	it("is found by its file, even if the category does not export it", () => {
		const folder = temporaryFolder({
			"edge/index.ts": "export const edge = [];",
			"edge/helper.ts": "export const helper = 1;",
			"edge/forgotten.ts": "export const forgotten = resourceRule({});",
			"edge/forgotten.examples.ts": "export const examples = [];",
			"edge/bare.ts": "export const bare = stackRule({});",
		});
		expect([...defectsOf(folder, ["bare"])].sort()).toEqual([
			"edge/bare.ts: bare.examples.ts is missing",
			"edge/forgotten.ts: the rule is not exported: add it to edge/index.ts",
		]);
	});

	it("does not occur here: each rule's file has its id", () => {
		const files = ruleFiles(join(__dirname, "../../policies/rules")).map(({ id }) => id);
		expect(files.sort()).toEqual(rules.map((rule) => rule.id).sort());
	});
});
