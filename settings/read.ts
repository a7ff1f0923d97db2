import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import type { Rule } from "../policies/engine/rule";
import { SettingsError } from "./error";
import { suggestion } from "./nearest";
import { noSuchProfile } from "./profile";
import { type Readiness, readinessSchema } from "./schema";
import { parseYaml } from "./yaml";

/** As many names as are still easily read in one line. */
const FEW = 12;
/** As many errors as somebody reads. */
const MOST_ERRORS = 50;

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
 * @throws SettingsError with a line for each thing that is wrong: its place and the nearest valid name
 */
export function readSettings(path: string, rules: readonly Rule[]): SettingsFile {
	const name = basename(path);
	const document = parseYaml(readText(path), name);
	const placeOf = (at: readonly PropertyKey[]) => `${name}:${document.lineOf(at)}`;
	const schema = readinessSchema(rules);
	const content = withoutEmpty(document.value);
	const parsed = schema.safeParse(content);
	const issues = parsed.error?.issues ?? [];
	const writtenAt = (at: readonly PropertyKey[]) => writtenIn(content, at);
	const errors = [...issues.flatMap((issue) => explain(issue, schema, placeOf, writtenAt)), ...undeclaredProfiles(content, placeOf)];
	if (parsed.success && errors.length === 0) return { path, content: parsed.data, placeOf };
	const lineOf = (error: string) => Number(/:(\d+): /.exec(error)?.[1] ?? 0);
	const told = [...new Set(errors)].sort((a, b) => lineOf(a) - lineOf(b));
	const shown = told.slice(0, MOST_ERRORS);
	const more = told.length - shown.length;
	throw new SettingsError([...shown, ...(more > 0 ? [`${name}: ${more} more errors`] : [])].join("\n"));
}

function readText(path: string): string {
	const bytes = readBytes(path);
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0))
		throw new SettingsError(`${path}: is no UTF-8; save it as UTF-8`);
	return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function readBytes(path: string): Buffer {
	try {
		const stats = statSync(path);
		if (stats.isFile()) return readFileSync(path);
		throw new SettingsError(`${path}: is ${stats.isDirectory() ? "a folder" : "no regular file"}; a settings file is a YAML file`);
	} catch (error) {
		if (error instanceof SettingsError) throw error;
		throw new SettingsError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
	}
}

/** Sections whose entries may be empty as well: their names alone say something. */
const NAMED = new Set(["stacks", "profiles", "rules"]);

/** A section in which everything is commented out says nothing. Changes what it is given. */
function withoutEmpty(content: unknown): unknown {
	if (content === null || content === undefined) return {};
	if (!isObject(content)) return content;
	for (const [name, section] of Object.entries(content)) {
		if (section === null) delete content[name];
		else if (NAMED.has(name) && isObject(section)) for (const key in section) section[key] ??= {};
	}
	return content;
}

/** Profiles that stacks have and nothing declares: a slip of the pen must not switch all blocking off. */
function undeclaredProfiles(content: unknown, placeOf: SettingsFile["placeOf"]): readonly string[] {
	const { stacks, profiles } = content as { readonly stacks?: unknown; readonly profiles?: unknown };
	const declared = isObject(profiles) ? Object.keys(profiles) : [];
	return Object.entries(isObject(stacks) ? stacks : {}).flatMap(([glob, entry]) => {
		const profile = isObject(entry) ? entry["profile"] : undefined;
		const wrong = typeof profile === "string" ? noSuchProfile(profile, declared) : undefined;
		return wrong === undefined ? [] : [`${placeOf(["stacks", glob, "profile"])}: ${wrong}`];
	});
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is written somewhere, as text; empty where it is a list or an object, undefined where nothing is. */
function writtenIn(content: unknown, path: readonly PropertyKey[]): string | undefined {
	const value = path.reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? (at as never)[step] : undefined), content);
	return typeof value === "object" || value === undefined ? (value ? "" : undefined) : String(value);
}

/** A line for each thing that is wrong: what, where, and the nearest thing that would be right. Never the value itself. */
function explain(
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	placeOf: SettingsFile["placeOf"],
	writtenAt: (path: readonly PropertyKey[]) => string | undefined,
): readonly string[] {
	if (issue.code === "unrecognized_keys") {
		const valid = keysAt(z.toJSONSchema(schema, { io: "input" }) as SchemaNode, issue.path);
		return issue.keys.map((key) => `${placeOf([...issue.path, key])}: unknown key "${key}"${suggestion(key, valid)}`);
	}
	const what = issue.path.map(String).join(".");
	const place = placeOf(issue.path);
	if (issue.code === "invalid_value") {
		const valid = issue.values.map(String);
		const choice = valid.length <= FEW ? `must be one of ${valid.join(", ")}` : "names nothing that there is";
		return [`${place}: ${what} ${choice}${suggestion(writtenAt(issue.path) ?? "", valid)}`];
	}
	if (issue.code === "invalid_type")
		return [`${place}: ${what || "the file"} ${mustBe(issue.expected, writtenAt(issue.path) === undefined)}`];
	if (issue.code === "invalid_key") return [`${place}: "${String(issue.path.at(-1))}": ${issue.issues[0]?.message}`];
	return [`${place}: ${what || "the file"} ${issue.message}`];
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
