import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { drift, type Page, pages } from "../../build/docs";
import { VERSION } from "../../cli/version";
import { rules } from "../../policies/rules";
import { rejectedRules } from "../../policies/rules/rejected";

const DOCS = join(__dirname, "../../docs");
const wanted = pages(VERSION);
const textOf = (path: string) => wanted.find((page) => page.path === path)?.text ?? "";

describe("the generated pages", () => {
	it("are as the code would have them; else run `npm run docs`", () => {
		expect(drift(wanted, DOCS)).toEqual([]);
	});

	it("are one for each rule, and no more", () => {
		expect(readdirSync(join(DOCS, "rules")).sort()).toEqual(rules.map((rule) => `${rule.id}.md`).sort());
	});

	it("are the same whenever they are written", () => {
		expect(pages(VERSION)).toEqual(wanted);
	});
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("the page of %s", (id, rule) => {
	const page = textOf(`rules/${id}.md`);

	it("has a name that fits into an address", () => {
		expect(id).toMatch(/^[a-z0-9-]+$/);
	});

	it("has the same headings as all", () => {
		const headings = page.match(/^##? .*$/gm)?.slice(1);
		expect(headings).toEqual([...(rule.options ? ["## Options"] : []), "## When not to use it", "## Examples", "## References"]);
	});

	it("documents every option, each with what it means", () => {
		for (const [name, schema] of Object.entries(rule.options ?? {})) {
			expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| \`.+\` \\| .+ \\|$`, "m"));
			expect(schema.description).toBeTruthy();
		}
	});

	it("shows an example of a failure and what the rule says of it", () => {
		expect(page).toMatch(/### Fail\n\n[^\n]+:\n\n```ts\n[^`]+```\n\n> ./);
	});
});

describe("the index of the rules", () => {
	it("names every rule once, and every rejected one", () => {
		const rows = textOf("rules.md")
			.split("\n")
			.filter((line) => line.startsWith("| "));
		for (const rule of rules) expect(rows.filter((row) => row.startsWith(`| [${rule.id}](rules/${rule.id}.md) |`))).toHaveLength(1);
		for (const { title } of rejectedRules) expect(rows.filter((row) => row.startsWith(`| ${title} |`))).toHaveLength(1);
	});
});

describe("drift", () => {
	const folder = mkdtempSync(join(tmpdir(), "docs-"));
	const write = ({ path, text }: Page) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	afterAll(() => rmSync(folder, { recursive: true }));

	it("names pages that are missing, drifted or orphaned", () => {
		write({ path: "rules/same.md", text: "same" });
		write({ path: "rules/old.md", text: "before" });
		write({ path: "rules/gone.md", text: "a removed rule" });
		write({ path: "architecture.md", text: "written by hand" });
		const expected = ["same", "old", "new"].map((name) => ({ path: `rules/${name}.md`, text: name }));
		expect(drift(expected, folder)).toEqual([
			{ path: "rules/old.md", is: "drifted" },
			{ path: "rules/new.md", is: "missing" },
			{ path: "rules/gone.md", is: "orphaned" },
		]);
	});

	it("names every page if the folder does not exist", () => {
		expect(drift([{ path: "rules.md", text: "" }], join(folder, "none"))).toEqual([{ path: "rules.md", is: "missing" }]);
	});
});
