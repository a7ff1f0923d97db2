import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { isRecord } from "../policies/engine/is-record";
import type { Rule } from "../policies/engine/rule";
import { SettingsError } from "./error";
import { suggestion } from "./nearest";
import { profileError } from "./profile";
import { type Readiness, readinessSchema } from "./schema";
import { parseYaml } from "./yaml";

/** The number of valid values that an error lists. */
const MOST_LISTED = 12;
/** The number of errors that are reported. */
const MOST_ERRORS = 50;

/** A settings file with the positions of its settings. */
export interface SettingsFile {
	readonly path: string;
	readonly content: Readiness;
	/** The position of a setting: `readiness.yaml:12`. */
	positionOf(path: readonly PropertyKey[]): string;
}

/**
 * Reads and validates a settings file.
 *
 * @throws SettingsError with a line for each error: its position and the nearest valid name
 */
export function readSettings(path: string, rules: readonly Rule[]): SettingsFile {
	const name = basename(path);
	const document = parseYaml(readText(path), name);
	const positionOf = (at: readonly PropertyKey[]) => `${name}:${document.lineOf(at)}`;
	const schema = readinessSchema(rules);
	const content = withoutEmpty(document.value);
	const parsed = schema.safeParse(content);
	const issues = parsed.error?.issues ?? [];
	const writtenAt = (at: readonly PropertyKey[]) => writtenIn(content, at);
	const errors = [...issues.flatMap((issue) => explain(issue, schema, positionOf, writtenAt)), ...profileErrors(content, positionOf)];
	if (parsed.success && errors.length === 0) return { path, content: parsed.data, positionOf };
	const lineOf = (error: string) => Number(/:(\d+): /.exec(error)?.[1] ?? 0);
	const distinct = [...new Set(errors)].sort((a, b) => lineOf(a) - lineOf(b));
	const shown = distinct.slice(0, MOST_ERRORS);
	const more = distinct.length - shown.length;
	throw new SettingsError([...shown, ...(more > 0 ? [`${name}: ${more} more errors`] : [])].join("\n"));
}

function readText(path: string): string {
	const bytes = readBytes(path);
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0))
		throw new SettingsError(`${path}: is not UTF-8 encoded`);
	return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function readBytes(path: string): Buffer {
	try {
		const stats = statSync(path);
		if (stats.isFile()) return readFileSync(path);
		throw new SettingsError(`${path}: is ${stats.isDirectory() ? "a folder" : "not a regular file"}; a settings file is a YAML file`);
	} catch (error) {
		if (error instanceof SettingsError) throw error;
		throw new SettingsError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}
}

/** Sections whose entries may be empty: their names alone are settings. */
const SECTIONS_WITH_NAMES = new Set(["stacks", "profiles", "rules"]);

/** Removes sections whose content is commented out. Modifies its argument. */
function withoutEmpty(content: unknown): unknown {
	if (content === null || content === undefined) return {};
	if (!isRecord(content)) return content;
	for (const [name, section] of Object.entries(content)) {
		if (section === null) delete content[name];
		else if (SECTIONS_WITH_NAMES.has(name) && isRecord(section)) for (const key in section) section[key] ??= {};
	}
	return content;
}

/** Undeclared profiles of stacks: a misspelled profile must not disable blocking. */
function profileErrors(content: unknown, positionOf: SettingsFile["positionOf"]): readonly string[] {
	const { stacks, profiles } = content as { readonly stacks?: unknown; readonly profiles?: unknown };
	const declared = isRecord(profiles) ? Object.keys(profiles) : [];
	return Object.entries(isRecord(stacks) ? stacks : {}).flatMap(([glob, entry]) => {
		const profile = isRecord(entry) ? entry["profile"] : undefined;
		const wrong = typeof profile === "string" ? profileError(profile, declared) : undefined;
		return wrong === undefined ? [] : [`${positionOf(["stacks", glob, "profile"])}: ${wrong}`];
	});
}

/** The value at a path as text; empty for a list or a mapping, undefined for no value. */
function writtenIn(content: unknown, path: readonly PropertyKey[]): string | undefined {
	const value = path.reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? (at as never)[step] : undefined), content);
	return typeof value === "object" || value === undefined ? (value ? "" : undefined) : String(value);
}

/** One line for each error: position, error and nearest valid value. Never contains the value itself. */
function explain(
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	positionOf: SettingsFile["positionOf"],
	writtenAt: (path: readonly PropertyKey[]) => string | undefined,
): readonly string[] {
	if (issue.code === "unrecognized_keys") {
		const valid = keysAt(z.toJSONSchema(schema, { io: "input" }) as SchemaNode, issue.path);
		return issue.keys.map((key) => `${positionOf([...issue.path, key])}: unknown key "${key}"${suggestion(key, valid)}`);
	}
	const what = pathText(issue.path);
	const position = positionOf(issue.path);
	if (issue.code === "invalid_value") {
		const valid = issue.values.map(String);
		const choice = valid.length <= MOST_LISTED ? `must be one of ${valid.join(", ")}` : "has an unknown value";
		return [`${position}: ${what} ${choice}${suggestion(writtenAt(issue.path) ?? "", valid)}`];
	}
	if (issue.code === "invalid_type")
		return [`${position}: ${what || "the file"} ${mustBe(issue.expected, writtenAt(issue.path) === undefined)}`];
	if (issue.code === "invalid_key") return [`${position}: "${String(issue.path.at(-1))}": ${issue.issues[0]?.message}`];
	return [`${position}: ${what || "the file"} ${issue.message}`];
}

/** `exceptions[0].rule` */
function pathText(path: readonly PropertyKey[]): string {
	return path.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${String(step)}`)).join("");
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
	object: "a mapping",
	record: "a mapping",
	array: "a list",
	string: "a string",
	boolean: "true or false",
	number: "a number",
};

function mustBe(expected: string, missing: boolean): string {
	return `${missing ? "is missing and " : ""}must be ${TYPE_NAMES[expected] ?? expected}`;
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
