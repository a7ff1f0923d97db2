import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as ts from "typescript";
import { ROOT } from "../support/pack-client";
import { BANNED_WORDS } from "./banned-words";

const FOLDERS = [
	"bench",
	"bin",
	"build",
	"checklist",
	"cli",
	"docs",
	"examples",
	"fuzz",
	"policies",
	"report",
	"settings",
	"signals",
	"stacks",
	"test",
	".github",
];
/** Recorded states and schemas of others, and the list itself. */
const EXCLUDED = /(^|\/)(node_modules|dist|fixtures)\/|test\/language\/|package-lock\.json/;

interface Text {
	readonly line: number;
	readonly text: string;
}

function files(): readonly string[] {
	const inFolders = FOLDERS.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
	);
	const atRoot = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
	return [...atRoot, ...inFolders].filter((file) => /\.(ts|js|md|ya?ml|json)$/.test(file) && !EXCLUDED.test(file));
}

/** The comments and strings of a program, and the lines of any other file. */
function textsOf(file: string): readonly Text[] {
	const content = readFileSync(join(ROOT, file), "utf8");
	if (!/\.[tj]s$/.test(file)) return content.split("\n").map((text, index) => ({ line: index + 1, text }));
	const source = ts.createSourceFile(file, content, ts.ScriptTarget.ESNext, true);
	const texts = new Map<number, string>();
	const visit = (node: ts.Node): void => {
		const comments = [...(ts.getLeadingCommentRanges(content, node.pos) ?? []), ...(ts.getTrailingCommentRanges(content, node.end) ?? [])];
		for (const { pos, end } of comments) texts.set(pos, content.slice(pos, end));
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
			texts.set(node.getStart(source), node.text);
		for (const child of node.getChildren(source)) visit(child);
	};
	visit(source);
	return [...texts].map(([position, text]) => ({ line: source.getLineAndCharacterOfPosition(position).line + 1, text }));
}

/** The banned words in a text, each with the term to use. */
function bannedIn(text: string): readonly string[] {
	return BANNED_WORDS.flatMap(({ pattern, use }) => {
		const found = pattern.exec(text);
		return found ? [`"${found[0]}": write ${use}`] : [];
	});
}

it("finds a banned word in any form", () => {
	expect(bannedIn("the alarm Rings")).toEqual(['"Rings": write an alarm fires, or is in ALARM']);
	expect(bannedIn("a string of strings")).toEqual([]);
});

it("reads comments, strings and templates of a program", () => {
	expect(
		textsOf("test/language/sample.js")
			.map(({ line, text }) => [line, text.trim()])
			.sort(([one], [other]) => Number(one) - Number(other)),
	).toEqual([
		[1, "// A line comment"],
		[2, "a string"],
		[3, "a template"],
		[3, "end"],
		[4, "/* A block comment */"],
	]);
});

it("no text, comment or page has a banned word", () => {
	const hits = files().flatMap((file) =>
		textsOf(file).flatMap(({ line, text }) =>
			bannedIn(text).map((each) => `${file}:${line}: ${each}: ${text.replace(/\s+/g, " ").slice(0, 160)}`),
		),
	);
	expect(hits).toEqual([]);
});
