import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowedValues, type SchemaNode } from "../../build/docs/schema-words";
import { rules } from "../../policies/rules";
import { readSettings } from "../../settings/read";
import { readinessJsonSchema } from "../../settings/schema";
import { fencesOf, markdownFiles } from "./markdown-files";

const folder = mkdtempSync(join(tmpdir(), "readiness-"));
const file = join(folder, "readiness.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function read(yaml: string) {
	writeFileSync(file, yaml);
	return readSettings(file, rules).content as Record<string, unknown>;
}

const page = markdownFiles().find(({ path }) => path === "readiness-yaml.md")?.text ?? "";
const [example = ""] = fencesOf(page, "yaml");
const schema = readinessJsonSchema(rules) as SchemaNode;

describe("readiness.yaml", () => {
	it.each([...keysOf(schema)])("%s is in the complete example and in a table", (key) => {
		expect(example).toMatch(new RegExp(`^ *(- )?${key}:`, "m"));
		expect(page).toMatch(new RegExp(`^\\| \`([^\`]+\\.)?${key}\\b`, "m"));
	});

	it("has its comments from the schema", () => {
		for (const { description } of Object.values(schema.properties ?? {})) if (description) expect(example).toContain(`# ${description}\n`);
	});
});

it.each(markdownFiles().flatMap(({ path, text }) => fencesOf(text, "yaml").map((yaml) => [path, yaml] as const)))(
	"what docs/%s shows of readiness.yaml is right",
	(_path, yaml) => {
		expect(Object.keys(read(yaml)).length).toBeGreaterThan(0);
	},
);

describe("allowed values as text", () => {
	const cases: readonly (readonly [SchemaNode, string])[] = [
		[{ type: "string", enum: ["a", "b"] }, "`a`, `b`"],
		[{ type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, "integer, 1 or more"],
		[{ type: "integer", exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER }, "integer above 0"],
		[{ type: "integer", exclusiveMinimum: 0, maximum: 60 }, "integer above 0, 60 at most"],
		[{ type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: 9 }, "integer, 9 or less"],
		[{ type: "number", minimum: 0, maximum: 1 }, "number from 0 to 1"],
		[{ type: "array", items: { type: "string" } }, "list of strings"],
		[{ type: "array", items: { enum: ["a", "b"] } }, "list of `a`, `b`"],
		[{ anyOf: [{ const: false }, { type: "string" }] }, "`false` or string"],
		[{ type: "string", pattern: "^/" }, "string matching `^/`"],
		[{ type: "object" }, "mapping"],
		[{}, "anything"],
	];
	it.each(cases)("%j", (node, words) => expect(allowedValues(node)).toBe(words));
});

/** All settings keys except rules and their options, which have separate pages. */
function keysOf(node: SchemaNode): ReadonlySet<string> {
	const own = Object.entries(node.properties ?? {}).filter(([name]) => !rules.some((rule) => rule.id === name));
	const children = [...own.map(([, child]) => child), node.items, node.additionalProperties];
	const below = children.flatMap((child) => (typeof child === "object" ? [...keysOf(child)] : []));
	return new Set([...own.map(([name]) => name), ...below]);
}
