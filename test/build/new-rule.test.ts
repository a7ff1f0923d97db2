import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { ROOT } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

const { newRule } = require("../../build/new-rule") as { newRule(root: string, category: string, id: string): readonly string[] };

const CHANGELOG = "# Changelog\n\n## 1.2.0 (unreleased)\n\n### Added\n\n- One thing.\n\n## 1.1.0\n\n### Added\n\n- Another.\n";
const checkout = () =>
	temporaryFolder({
		"CHANGELOG.md": CHANGELOG,
		"policies/rules/edge/index.ts": 'import { old } from "./old";\n\nexport const edge = [old];\n',
		"policies/rules/edge/old.ts": "export const old = stackRule({});\n",
		"policies/rules/stack/index.ts": "export const stack = [];\n",
	});

it("writes a rule, its examples, its export and its changelog entry", () => {
	const root = checkout();
	const read = (file: string) => readFileSync(join(root, file), "utf8");
	const written = newRule(root, "edge", "new-check");
	expect(written).toEqual([
		"policies/rules/edge/new-check.ts",
		"policies/rules/edge/new-check.examples.ts",
		"policies/rules/edge/index.ts",
		"CHANGELOG.md",
	]);
	expect(read("policies/rules/edge/new-check.ts")).toContain('id: "new-check"');
	expect(read("policies/rules/edge/new-check.ts")).toContain('since: "1.2.0"');
	expect(read("policies/rules/edge/index.ts")).toMatch(/import \{ newCheck \} from "\.\/new-check";[\s\S]*= \[old, newCheck\];/);
	expect(read("CHANGELOG.md")).toContain("- One thing.\n- Rule `new-check` (edge).\n\n## 1.1.0");
});

it("writes files that compile", () => {
	const root = temporaryFolder({ "CHANGELOG.md": CHANGELOG });
	for (const name of ["policies", "signals", "checklist", "tsconfig.json", "package.json"])
		cpSync(join(ROOT, name), join(root, name), { recursive: true });
	symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
	const files = newRule(root, "edge", "new-check").filter((file) => file.endsWith(".ts"));
	const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config, ts.sys, root);
	const program = ts.createProgram(
		files.map((file) => join(root, file)),
		options,
	);
	const problems = files.flatMap((file) => [
		...program.getSemanticDiagnostics(program.getSourceFile(join(root, file))),
		...program.getSyntacticDiagnostics(program.getSourceFile(join(root, file))),
	]);
	expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
}, 60_000);

it("is the first of a category, too", () => {
	const root = checkout();
	newRule(root, "stack", "first");
	expect(readFileSync(join(root, "policies/rules/stack/index.ts"), "utf8")).toContain("export const stack = [ first];");
});

it.each([
	["edg", "new-check", /unknown category "edg"; did you mean "edge"\?/],
	["edge", "old", /rule "old" already exists/],
	["edge", "../new", /invalid rule id/],
	["edge", "New", /invalid rule id/],
])("writes nothing for %s %s", (category, id, message) => {
	const root = checkout();
	expect(() => newRule(root, category, id)).toThrow(message);
	expect(readFileSync(join(root, "CHANGELOG.md"), "utf8")).toBe(CHANGELOG);
	expect(existsSync(join(root, `policies/rules/${category}/${id}.examples.ts`))).toBe(false);
});
