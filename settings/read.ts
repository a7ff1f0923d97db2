import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Document, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import type { Rule } from "../policies/engine/rule";
import { SettingsError } from "./error";
import { suggestion } from "./nearest";
import { type Readiness, readinessSchema } from "./schema";

/** As many names as are still easily read in one line. */
const FEW = 12;

/** What a settings file says, and where each thing stands in it. */
export interface SettingsFile {
	readonly path: string;
	readonly content: Readiness;
	/** The place of a setting, as `readiness.yaml:12`. */
	placeOf(path: readonly PropertyKey[]): string;
}

/**
 * Reads and checks a settings file.
 *
 * @throws SettingsError with the place and the nearest valid name of the first thing that is wrong
 */
export function readSettings(path: string, rules: readonly Rule[]): SettingsFile {
	const lines = new LineCounter();
	const document = parseDocument(readText(path), { lineCounter: lines, prettyErrors: false });
	const name = basename(path);
	const syntax = document.errors[0];
	if (syntax) throw new SettingsError(`${name}:${lines.linePos(syntax.pos[0]).line}: not YAML: ${syntax.message.split("\n")[0]}`);

	const placeOf = (at: readonly PropertyKey[]) => `${name}:${lineOf(document, lines, at)}`;
	const schema = readinessSchema(rules);
	const parsed = schema.safeParse(document.toJS() ?? {});
	if (parsed.success) return { path, content: parsed.data, placeOf };

	const [first, ...others] = parsed.error.issues;
	const more = others.length > 0 ? ` (and ${others.length} more)` : "";
	const writtenAt = (at: readonly PropertyKey[]) => String(document.getIn(at) ?? "");
	throw new SettingsError(`${explain(first as z.core.$ZodIssue, schema, placeOf, writtenAt)}${more}`);
}

function readText(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new SettingsError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}
}

/** One line for a person: what is wrong, where, and the nearest thing that would be right. Never the value itself. */
function explain(
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	placeOf: SettingsFile["placeOf"],
	writtenAt: (path: readonly PropertyKey[]) => string,
): string {
	if (issue.code === "unrecognized_keys") {
		const key = issue.keys[0] ?? "";
		const valid = keysAt(z.toJSONSchema(schema, { io: "input" }) as SchemaNode, issue.path);
		return `${placeOf([...issue.path, key])}: unknown key "${key}"${suggestion(key, valid)}`;
	}
	const what = issue.path.map(String).join(".");
	if (issue.code === "invalid_value") {
		const valid = issue.values.map(String);
		const choice = valid.length <= FEW ? `must be one of ${valid.join(", ")}` : "names nothing that there is";
		return `${placeOf(issue.path)}: ${what} ${choice}${suggestion(writtenAt(issue.path), valid)}`;
	}
	if (issue.code === "invalid_type")
		return `${placeOf(issue.path)}: ${what || "the file"} ${mustBe(issue.expected, writtenAt(issue.path) === "")}`;
	if (issue.code === "invalid_key") return `${placeOf(issue.path)}: "${String(issue.path.at(-1))}": ${issue.issues[0]?.message}`;
	return `${placeOf(issue.path)}: ${what || "the file"} ${issue.message}`;
}

const WORDS: Readonly<Record<string, string>> = {
	object: "a set of keys",
	record: "a set of keys",
	array: "a list",
	string: "a text",
	boolean: "true or false",
	number: "a number",
};

function mustBe(expected: string, missing: boolean): string {
	return missing ? `is missing: it must be ${WORDS[expected] ?? expected}` : `must be ${WORDS[expected] ?? expected}`;
}

interface SchemaNode {
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: SchemaNode | boolean;
	readonly items?: SchemaNode;
}

function keysAt(node: SchemaNode | undefined, path: readonly PropertyKey[]): readonly string[] {
	const [key, ...rest] = path;
	if (!node) return [];
	if (key === undefined) return Object.keys(node.properties ?? {});
	if (typeof key === "number") return keysAt(node.items, rest);
	const additional = typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
	return keysAt(node.properties?.[String(key)] ?? additional, rest);
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
	for (let length = path.length; length > 0; length--) {
		const offset = offsetOf(document, path.slice(0, length));
		if (offset !== undefined) return lines.linePos(offset).line;
	}
	return 1;
}

/** Where a key stands; for an item of a list, where the item does. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
	const owner = document.getIn(path.slice(0, -1), true) as
		| { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] }
		| undefined;
	const pair = owner?.items?.find((item) => item?.key?.value === path.at(-1));
	if (pair?.key?.range) return pair.key.range[0];
	const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
	return node?.range?.[0];
}
