import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../engine/wire";
import { type Project, readYaml } from "./project";

const UNKNOWN_SECRET = { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" };

/**
 * A stack's configuration as a program receives it. Encrypted values cannot be read here: a number stands for each (it
 * survives code that parses numbers or JSON), and what the program makes of it is an unknown secret again.
 */
export class StackConfig {
	/** Values by full key, `project:key`. */
	readonly values: Readonly<Record<string, string>>;
	readonly secretKeys: readonly string[];
	readonly #placeholders: readonly string[];

	constructor(project: Project, stack: string) {
		const values: Record<string, string> = {};
		const secretKeys: string[] = [];
		const placeholders: string[] = [];
		const placeholder = () => {
			const made = `7${randomInt(10 ** 6, 10 ** 7)}${randomInt(10 ** 6, 10 ** 7)}`;
			placeholders.push(made);
			return made;
		};
		for (const [key, value] of [...projectConfig(project), ...stackFileConfig(project, stack)]) {
			const before = placeholders.length;
			const open = withoutCiphertext(value, placeholder);
			const name = key.includes(":") ? key : `${project.name}:${key}`;
			values[name] = typeof open === "string" ? open : JSON.stringify(open);
			if (placeholders.length > before) secretKeys.push(name);
		}
		this.values = values;
		this.secretKeys = secretKeys;
		this.#placeholders = placeholders;
	}

	/** What a program registered, with an unknown secret for each text that an encrypted value went into. */
	hide(value: unknown): unknown {
		if (this.#placeholders.length === 0) return value;
		if (typeof value === "string" || typeof value === "number") {
			return this.#placeholders.some((each) => String(value).includes(each)) ? UNKNOWN_SECRET : value;
		}
		if (Array.isArray(value)) return value.map((item) => this.hide(item));
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.hide(child)]));
	}
}

/** Defaults that Pulumi.yaml gives: a plain value, `{ value }`, or `{ type, default }`. */
function projectConfig(project: Project): readonly (readonly [string, unknown])[] {
	return Object.entries(project.config).flatMap(([key, setting]) => {
		if (typeof setting !== "object" || setting === null) return [[key, setting] as const];
		const { value, default: fallback } = setting as { value?: unknown; default?: unknown };
		const given = value ?? fallback;
		return given === undefined ? [] : [[key, given] as const];
	});
}

function stackFileConfig(project: Project, stack: string): readonly (readonly [string, unknown])[] {
	const file = [`Pulumi.${stack}.yaml`, `Pulumi.${stack}.yml`].map((name) => join(project.folder, name)).find((path) => existsSync(path));
	if (!file) return [];
	return Object.entries((readYaml(file) as { config?: Record<string, unknown> | null }).config ?? {});
}

/** `{ secure: ciphertext }`, at any depth, becomes what stands for it. */
function withoutCiphertext(value: unknown, placeholder: () => string): unknown {
	if (Array.isArray(value)) return value.map((item) => withoutCiphertext(item, placeholder));
	if (typeof value !== "object" || value === null) return value;
	const keys = Object.keys(value);
	if (keys.length === 1 && keys[0] === "secure") return placeholder();
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCiphertext(child, placeholder)]));
}
