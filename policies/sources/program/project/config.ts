import { existsSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { SourceError } from "../../source";
import type { StandIns } from "../predicted/stand-ins";
import type { RunOptions } from "../run-options";
import { secretsIn } from "../secrets/environment";
import { Redactor } from "../secrets/redactor";
import { type ConfigFile, configText, NoJsonNumber } from "./config-text";
import type { Project } from "./project";
import { readYaml, Timestamp } from "./yaml";

const stackFile = z.object({
	config: z.record(z.string(), z.unknown()).nullish(),
	environment: z.union([z.array(z.unknown()), z.object({ imports: z.array(z.unknown()).nullish() })]).nullish(),
});

/**
 * A stack's configuration as a program receives it. Encrypted values cannot be read: each is replaced with a numeric string, which can be parsed as number or
 * JSON, and values derived from it are unknown secrets again.
 */
export class StackConfig {
	/** Values by full key, `project:key`. */
	readonly values: Readonly<Record<string, string>>;
	readonly secretKeys: readonly string[];
	readonly redactor: Redactor;
	/** The name of the stack's file, if it exists. */
	readonly file?: string;
	/** The Pulumi ESC environments that the stack imports; only Pulumi Cloud can read them. */
	readonly environments: readonly string[];

	/**
	 * @param standIns creates and recognizes placeholders for encrypted values
	 * @param options values by key, with or without namespace, which override the files'; and what masks undeclared secrets
	 */
	constructor(
		project: Project,
		stack: string,
		standIns: StandIns,
		{ config: given = {}, maskOutput }: Pick<RunOptions, "config" | "maskOutput"> = {},
	) {
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
		// A value given for a secret key is redacted too.
		const hidden = declared.flatMap((key) => values[key] ?? []);
		this.redactor = new Redactor(standIns.placeholders, hidden, secretsIn(process.env), (text) => {
			const masked = standIns.masked(text);
			return maskOutput ? maskOutput(masked) : masked;
		});
		this.environments = environments;
		if (file) this.file = file;
	}
}

interface Setting {
	readonly key: string;
	readonly value: unknown;
	readonly from: ConfigFile;
	/** Declared as secret, although written in plain text. */
	readonly secret?: boolean;
}

/** The CLI treats null as an empty string in YAML, and as `null` in JSON. */
function settingsIn(config: Readonly<Record<string, unknown>>, path: string): readonly Setting[] {
	const nothing = path.endsWith(".json") ? null : "";
	return Object.entries(config).map(([key, value]) => ({ key, value: value ?? nothing, from: "stack" }));
}

/** A full key: `name` gets the project's namespace, and `aws:config:region` is an old form of `aws:region`. */
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

/** Defaults in Pulumi.yaml: a plain value, `{ value }`, or `{ type, default }`. */
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

/** Replaces `{ secure: ciphertext }` at any depth with a placeholder. */
function withoutCiphertext(value: unknown, placeholder: () => string): unknown {
	if (Array.isArray(value)) return value.map((item) => withoutCiphertext(item, placeholder));
	if (typeof value !== "object" || value === null) return value;
	if (value instanceof Timestamp) return value;
	const [only, ...others] = Object.entries(value);
	if (others.length === 0 && only?.[0] === "secure" && typeof only[1] === "string") return placeholder();
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCiphertext(child, placeholder)]));
}
