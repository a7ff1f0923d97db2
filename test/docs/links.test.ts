import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchor } from "../../build/docs/markdown";
import { DOCS, markdownFiles, withoutFences } from "./markdown-files";

/** Links of a page that lead to files: not to the web, and not what stands in code. */
function linksOf(text: string): readonly string[] {
	const withoutCode = withoutFences(text).replace(/`[^`\n]*`(?!\])/g, "");
	return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "").filter((link) => !/^[a-z]+:/.test(link));
}

function anchorsOf(file: string): readonly string[] {
	return [...withoutFences(readFileSync(file, "utf8")).matchAll(/^#+ (.*)$/gm)].map((match) => anchor(match[1] ?? ""));
}

describe.each(markdownFiles().map(({ path, text }) => [path, text] as const))("docs/%s", (path, text) => {
	it("links to pages and headings that exist", () => {
		const broken = linksOf(text).filter((link) => {
			const [file = "", heading] = link.split("#");
			const target = file ? join(DOCS, dirname(path), file) : join(DOCS, path);
			return !existsSync(target) || (heading !== undefined && !anchorsOf(target).includes(heading));
		});
		expect(broken).toEqual([]);
	});
});

it("finds links at all", () => {
	const links = markdownFiles().flatMap(({ text }) => linksOf(text));
	expect(links).toContain("../checklist.md#quick-checks");
	expect(links).toContain("../readiness-yaml.md#exceptions");
});
