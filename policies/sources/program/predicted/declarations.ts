import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** The declared type of a value. */
export type Shape =
	| { readonly is: "text" | "number" | "boolean" | "map" | "unknown" }
	| { readonly is: "list"; readonly item: Shape }
	| { readonly is: "object"; readonly members: () => ReadonlyMap<string, Member> };

export interface Member {
	readonly shape: Shape;
	/** Optional: its presence is known only after deployment. */
	readonly optional: boolean;
}

export type Members = ReadonlyMap<string, Member>;

const UNKNOWN_SHAPE: Shape = { is: "unknown" };
const NO_MEMBERS: Members = new Map();
const SCOPES = ["@pulumi", "@pulumiverse"] as const;

/**
 * The output types in the declaration files (`.d.ts`) of the program's packages: read as text, one class or interface at a time, on demand.
 */
export class Declarations {
	readonly #files = new Map<string, string | undefined>();
	readonly #names = new Map<string, ReadonlyMap<string, string>>();
	readonly #namespaces = new Map<string, string | undefined>();
	readonly #found = new Map<string, Members>();
	readonly #require: NodeJS.Require;

	/** @param program a file from whose folder packages are resolved */
	constructor(program: string) {
		this.#require = createRequire(program);
	}

	/** The outputs of a resource; empty without a declaration. */
	outputsOf(token: string): Members {
		return this.#remembered(`class ${token}`, () => {
			const { file, name, folder } = this.#locate(token, (text, type) => text.includes(`export declare class ${type} `)) ?? {};
			return file === undefined || folder === undefined ? NO_MEMBERS : this.#membersIn(file, `export declare class ${name} `, folder);
		});
	}

	/** The properties of a function's result; empty without a declaration. */
	resultOf(token: string): Members {
		return this.#remembered(`function ${token}`, () => {
			const resultName = (type: string) => `${type.charAt(0).toUpperCase()}${type.slice(1)}Result`;
			const found = this.#locate(token, (text, type) => text.includes(`export interface ${resultName(type)} `));
			return found ? this.#membersIn(found.file, `export interface ${resultName(found.name)} `, found.folder) : NO_MEMBERS;
		});
	}

	#remembered(key: string, find: () => Members): Members {
		const known = this.#found.get(key);
		if (known) return known;
		const found = find();
		this.#found.set(key, found);
		return found;
	}

	/** `aws:ec2/getVpc:getVpc` is in `ec2/getVpc.d.ts`, `kubernetes:storage.k8s.io/v1:StorageClass` in `storage/v1/storageClass.d.ts`. */
	#locate(
		token: string,
		isIn: (text: string, type: string) => boolean,
	): { readonly file: string; readonly name: string; readonly folder: string } | undefined {
		const [pkg = "", module = "", name = ""] = token.split(":");
		const folder = this.#packageFolder(pkg);
		if (folder === undefined || !/^\w+$/.test(name)) return undefined;
		const path = module.replace(/^index(?:\/|$)/, "").replace(/^([^/.]+)\.[^/]*/, "$1");
		const leaf = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
		for (const candidate of [path, join(path, leaf), join(path.split("/")[0] ?? "", leaf), leaf, `${path}_`, `${join(path, leaf)}_`]) {
			if (!/^[\w./-]+$/.test(candidate) || candidate.includes("..")) continue;
			const file = this.#read(this.#fileOf(folder, candidate));
			if (file !== undefined && isIn(file, name)) return { file, name, folder };
		}
		return undefined;
	}

	/** File names differ in case from the type: `APIService` is in `apiservice.d.ts`. */
	#fileOf(folder: string, candidate: string): string {
		const inFolder = dirname(join(folder, candidate));
		let names = this.#names.get(inFolder);
		if (!names) {
			names = new Map(namesIn(inFolder).map((name) => [name.toLowerCase(), name]));
			this.#names.set(inFolder, names);
		}
		const name = `${basename(candidate)}.d.ts`;
		return join(inFolder, names.get(name.toLowerCase()) ?? name);
	}

	#packageFolder(pkg: string): string | undefined {
		if (!/^[\w-]+$/.test(pkg)) return undefined;
		for (const scope of SCOPES) {
			try {
				return dirname(this.#require.resolve(`${scope}/${pkg}/package.json`));
			} catch {
				// Not installed under this scope.
			}
		}
		return undefined;
	}

	#read(path: string): string | undefined {
		if (!this.#files.has(path)) {
			let text: string | undefined;
			try {
				text = readFileSync(path, "utf8");
			} catch {
				// The declaration is elsewhere or missing.
			}
			this.#files.set(path, text);
		}
		return this.#files.get(path);
	}

	/** The members of the declaration that starts with a text; in generated code it ends with a brace at the same indentation. */
	#membersIn(file: string, start: string, folder: string): Members {
		const body = blockAt(file, start)?.replace(/\/\*[\s\S]*?\*\//g, "") ?? "";
		const members = new Map<string, Member>();
		for (const { name, optional, type } of propertiesIn(body)) {
			const inner = /^pulumi\.Output<([\s\S]*)>$/.exec(type)?.[1] ?? type;
			const { shape, mayBeMissing } = this.#shapeOf(inner, folder);
			members.set(name, { shape, optional: optional || mayBeMissing });
		}
		return members;
	}

	#shapeOf(type: string, folder: string): { readonly shape: Shape; readonly mayBeMissing: boolean } {
		const parts = splitUnion(type);
		const present = parts.filter((part) => part !== "undefined" && part !== "null");
		const mayBeMissing = present.length < parts.length;
		const [first = ""] = present;
		if (present.length > 1) {
			const isText = present.every((part) => part === "string" || /^(?:enums|"|')/.test(part));
			return { shape: isText ? { is: "text" } : UNKNOWN_SHAPE, mayBeMissing };
		}
		return { shape: this.#shapeOfOne(first, folder), mayBeMissing };
	}

	#shapeOfOne(type: string, folder: string): Shape {
		if (type === "string" || /(?:^|\.)(?:ARN|ID)$/.test(type)) return { is: "text" };
		if (type === "number") return { is: "number" };
		if (type === "boolean") return { is: "boolean" };
		if (type.endsWith("[]")) return { is: "list", item: this.#shapeOf(withoutBrackets(type.slice(0, -2)), folder).shape };
		if (/^\{\s*\[key: string\]/.test(type)) return { is: "map" };
		const [, namespace = "", name = ""] = /^outputs\.(?:([\w.]+)\.)?(\w+)$/.exec(type) ?? [];
		return name === "" ? UNKNOWN_SHAPE : { is: "object", members: () => this.#outputType(folder, namespace, name) };
	}

	/** The body of a nested namespace; undefined if it does not exist. */
	#namespace(file: string, names: readonly string[]): string | undefined {
		const name = names.at(-1);
		if (name === undefined) return this.#read(file);
		const key = `${file} ${names.join(".")}`;
		if (!this.#namespaces.has(key)) {
			const outer = this.#namespace(file, names.slice(0, -1));
			this.#namespaces.set(key, outer && blockAt(outer, `namespace ${name} {`));
		}
		return this.#namespaces.get(key);
	}

	/** A nested type: an interface in a namespace of the package's `types/output.d.ts`. */
	#outputType(folder: string, namespace: string, name: string): Members {
		return this.#remembered(`type ${folder} ${namespace}.${name}`, () => {
			const scope = this.#namespace(join(folder, "types/output.d.ts"), namespace === "" ? [] : namespace.split("."));
			return scope === undefined ? NO_MEMBERS : this.#membersIn(scope, `interface ${name} {`, folder);
		});
	}
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

/** The body of a block: from its first line to the closing brace at the same indentation. */
function blockAt(text: string, start: string): string | undefined {
	const at = text.indexOf(start);
	if (at < 0) return undefined;
	const line = text.lastIndexOf("\n", at) + 1;
	const indentation = /^\s*/.exec(text.slice(line, at))?.[0] ?? "";
	const from = text.indexOf("\n", at);
	const end = text.indexOf(`\n${indentation}}`, at);
	return from < 0 || end < from ? undefined : text.slice(from, end);
}

/** The properties in a body, such as `readonly arn: pulumi.Output<string>;`, also over several lines. */
function propertiesIn(body: string): { readonly name: string; readonly optional: boolean; readonly type: string }[] {
	const found: { name: string; optional: boolean; type: string }[] = [];
	let end = 0;
	for (const match of body.matchAll(/^\s*(?:readonly )?(\w+)(\??): /gm)) {
		if (match.index < end) continue; // a member of the type before
		const start = match.index + match[0].length;
		end = endOfType(body, start);
		found.push({ name: match[1] ?? "", optional: match[2] === "?", type: body.slice(start, end).trim() });
	}
	return found;
}

function endOfType(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at] ?? "";
		if ("{<([".includes(character)) depth++;
		else if ("}>)]".includes(character)) depth--;
		else if (character === ";" && depth <= 0) return at;
	}
	return text.length;
}

/** The alternatives of a union, split at top-level bars only. */
function splitUnion(type: string): readonly string[] {
	const parts: string[] = [];
	let depth = 0;
	let part = "";
	for (const character of type) {
		if ("{<([".includes(character)) depth++;
		else if ("}>)]".includes(character)) depth--;
		if (character === "|" && depth === 0) {
			parts.push(part.trim());
			part = "";
		} else part += character;
	}
	return [...parts, part.trim()].filter((each) => each !== "");
}

function withoutBrackets(type: string): string {
	return /^\(([\s\S]*)\)$/.exec(type)?.[1] ?? type;
}
