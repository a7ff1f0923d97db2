import { existsSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { SourceError } from "../source";
import { Concealer } from "./conceal";
import { secretsIn } from "./environment";
import type { StandIns } from "./predicted/stand-ins";
import { type Project, readYaml } from "./project";

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

	/** @param standIns makes what stands for an encrypted value, and recognises it */
	constructor(project: Project, stack: string, standIns: StandIns) {
		const { file, config, environments } = readStackFile(project.stackFile(stack));
		const values: Record<string, string> = {};
		const secretKeys = new Set<string>();
		for (const { key, value, secret } of [...projectConfig(project), ...settingsIn(config)]) {
			const before = standIns.placeholders.length;
			const open = withoutCiphertext(value, () => standIns.placeholder());
			const name = key.includes(":") ? key : `${project.name}:${key}`;
			values[name] = typeof open === "string" ? open : JSON.stringify(open);
			if (secret || standIns.placeholders.length > before) secretKeys.add(name);
		}
		this.values = values;
		this.secretKeys = [...secretKeys];
		const declared = [...secretKeys].flatMap((key) => values[key] ?? []);
		this.concealer = new Concealer(standIns.placeholders, declared, secretsIn(process.env));
		this.environments = environments;
		if (file) this.file = file;
	}
}

interface Setting {
	readonly key: string;
	readonly value: unknown;
	/** Declared a secret, though it is written in plain text. */
	readonly secret?: boolean;
}

function settingsIn(config: Readonly<Record<string, unknown>>): readonly Setting[] {
	return Object.entries(config).map(([key, value]) => ({ key, value }));
}

/** Defaults that Pulumi.yaml gives: a plain value, `{ value }`, or `{ type, default }`. */
function projectConfig(project: Project): readonly Setting[] {
	return Object.entries(project.config).flatMap(([key, setting]) => {
		if (typeof setting !== "object" || setting === null) return [{ key, value: setting }];
		const { value, default: fallback, secret } = setting as { value?: unknown; default?: unknown; secret?: unknown };
		const given = value ?? fallback;
		return given === undefined ? [] : [{ key, value: given, secret: secret === true }];
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
	const keys = Object.keys(value);
	if (keys.length === 1 && keys[0] === "secure") return placeholder();
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCiphertext(child, placeholder)]));
}
