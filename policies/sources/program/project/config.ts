import { existsSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { SourceError } from "../../source";
import type { StandIns } from "../predicted/stand-ins";
import { Concealer } from "../secrets/conceal";
import { secretsIn } from "../secrets/environment";
import { type ConfigFile, configText, NoJsonNumber } from "./config-text";
import type { Project } from "./project";
import { readYaml, Timestamp } from "./yaml";

const stackFile = z.object({
	config: z.record(z.string(), z.unknown()).nullish(),
	environment: z.union([z.array(z.unknown()), z.object({ imports: z.array(z.unknown()).nullish() })]).nullish(),
});

/**
 * A stack's configuration as a program receives it. Encrypted values cannot be read here: a number stands for each (it
 * survives code that parses numbers or JSON), and what the program makes of it is an unknown secret again.
 */
export class StackConfig {
	/** Values by full key, `project:key`. */
	readonly values: Readonly<Record<string, string>>;
	readonly secretKeys: readonly string[];
	readonly concealer: Concealer;
	/** The name of the stack's file, where there is one. */
	readonly file?: string;
	/** The environments that the stack takes configuration from; only Pulumi's service can read them. */
	readonly environments: readonly string[];

	/**
	 * @param standIns makes what stands for an encrypted value, and recognises it
	 * @param given values by key, full or of the project, which win over those of the files
	 */
	constructor(project: Project, stack: string, standIns: StandIns, given: Readonly<Record<string, string>> = {}) {
		const path = project.stackFile(stack);
		const { file, config, environments } = readStackFile(path);
		const values: Record<string, string> = {};
		const secretKeys = new Set<string>();
		for (const { key, value, secret, from } of [...projectConfig(project), ...settingsIn(config, path)]) {
			const before = standIns.placeholders.length;
			const open = withoutCiphertext(value, () => standIns.placeholder());
			const where = from === "stack" ? path : "Pulumi.yaml";
			const name = fullKey(project, key, where);
			values[name] = textOf(open, from, `${where}: config.${key}`);
			if (secret || standIns.placeholders.length > before) secretKeys.add(name);
		}
		const declared = [...secretKeys];
		for (const [key, value] of Object.entries(given)) {
			const name = fullKey(project, key, "--config");
			values[name] = value;
			secretKeys.delete(name);
		}
		this.values = values;
		this.secretKeys = [...secretKeys];
		// What is given in place of a secret is hidden in messages, too.
		const hidden = declared.flatMap((key) => values[key] ?? []);
		this.concealer = new Concealer(standIns.placeholders, hidden, secretsIn(process.env), (text) => standIns.masked(text));
		this.environments = environments;
		if (file) this.file = file;
	}
}

interface Setting {
	readonly key: string;
	readonly value: unknown;
	readonly from: ConfigFile;
	/** Declared a secret, though it is written in plain text. */
	readonly secret?: boolean;
}

/** The CLI takes a null of YAML for an empty string, and one of JSON for `null`. */
function settingsIn(config: Readonly<Record<string, unknown>>, path: string): readonly Setting[] {
	const nothing = path.endsWith(".json") ? null : "";
	return Object.entries(config).map(([key, value]) => ({ key, value: value ?? nothing, from: "stack" }));
}

/** A key as programs look it up: `name` is the project's own, and `aws:config:region` an old form of `aws:region`. */
function fullKey({ name }: Project, key: string, where: string): string {
	const parts = key.split(":");
	if (parts.length === 1) return `${name}:${key}`;
	if (parts.length === 3 && parts[1] === "config") return `${parts[0]}:${parts[2]}`;
	if (parts.length === 2) return key;
	throw new SourceError(`${where}: "${key}" is not a configuration key; it must be NAME or PROJECT:NAME`);
}

function textOf(value: unknown, from: ConfigFile, where: string): string {
	try {
		return configText(value, from);
	} catch (error) {
		if (error instanceof NoJsonNumber) throw new SourceError(`${where}: a number must not be infinite or NaN`);
		throw error;
	}
}

/** Defaults that Pulumi.yaml gives: a plain value, `{ value }`, or `{ type, default }`. */
function projectConfig(project: Project): readonly Setting[] {
	return Object.entries(project.config).flatMap(([key, setting]) => {
		if (setting === null) return [];
		if (typeof setting !== "object" || Array.isArray(setting)) return [{ key, value: setting, from: "project" }];
		const { value, default: fallback, secret } = setting as { value?: unknown; default?: unknown; secret?: unknown };
		const given = value ?? fallback;
		return given == null ? [] : [{ key, value: given, from: "project", secret: secret === true }];
	});
}

function readStackFile(path: string): { file?: string; config: Readonly<Record<string, unknown>>; environments: readonly string[] } {
	if (!existsSync(path)) return { config: {}, environments: [] };
	const parsed = stackFile.safeParse(readYaml(path));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new SourceError(`${path}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
	}
	const { config, environment } = parsed.data;
	const imports = Array.isArray(environment) ? environment : (environment?.imports ?? []);
	const environments = imports.map((each) => (typeof each === "string" ? each : (Object.keys(each as object)[0] ?? "")));
	return { file: basename(path), config: config ?? {}, environments };
}

/** `{ secure: ciphertext }`, at any depth, becomes what stands for it. */
function withoutCiphertext(value: unknown, placeholder: () => string): unknown {
	if (Array.isArray(value)) return value.map((item) => withoutCiphertext(item, placeholder));
	if (typeof value !== "object" || value === null) return value;
	if (value instanceof Timestamp) return value;
	const [only, ...others] = Object.entries(value);
	if (others.length === 0 && only?.[0] === "secure" && typeof only[1] === "string") return placeholder();
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCiphertext(child, placeholder)]));
}
