import * as z from "zod";
import { SettingsError } from "../../settings/error";
import type { Override } from "../../settings/evaluation";
import { suggestion } from "../../settings/nearest";
import type { Settings, Sourced } from "../../settings/resolve";
import type { Level } from "../engine/finding";
import type { Rule } from "../engine/rule";
import { SEVERITIES } from "../engine/severity";
import { FAIL_ON_UNDETERMINED, type FailOn, failOnOptions } from "./fail-on";

/** The configuration that the CLI sends for a policy; its own defaults without user configuration. */
export interface SentConfig {
	readonly name: string;
	/** The wire's enforcement level: 0 advisory, 1 mandatory, 2 disabled, 3 remediate. */
	readonly level: number;
	readonly properties: Readonly<Record<string, unknown>>;
}

/** Rules do not support remediation; the level `remediate` blocks. */
const LEVELS: readonly Level[] = ["advisory", "mandatory", "disabled", "mandatory"];

const forAll = z.strictObject({ profile: z.string().min(1).optional() });

/** The file passed as `--policy-pack-config`. */
export class PackConfig {
	readonly #rules = new Map<string, Override>();
	/** The profile in `all.profile`. */
	readonly profile: Sourced<string> | undefined;
	/** Which undetermined findings count as failures; undefined if none does. */
	readonly failOn: FailOn | undefined;
	readonly #setsAll: boolean;

	/** @throws SettingsError with one line: the error and the nearest valid name */
	constructor(sent: readonly SentConfig[], rules: readonly Rule[]) {
		const byName = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule] as const)));
		this.#setsAll = sent.some(({ name }) => name === "all");
		for (const { name, level, properties } of sent) {
			if (name === "all") {
				this.profile = profileOf(properties);
				continue;
			}
			if (name === FAIL_ON_UNDETERMINED) {
				this.failOn = failOnOf(level, properties);
				continue;
			}
			const rule = byName.get(name);
			if (!rule)
				throw new SettingsError(
					`policy pack config: unknown rule "${name}"${suggestion(name, [...byName.keys(), FAIL_ON_UNDETERMINED, "all"])}`,
				);
			this.#rules.set(rule.id, { level: LEVELS[level] ?? "mandatory", options: optionsOf(rule, properties) });
		}
	}

	/**
	 * The settings of a rule. The CLI sends every level, including its own defaults. If the declared levels are those of the
	 * profile in force, or the user sets `all` (which requires a level), they are final; otherwise only a level that
	 * differs from the declared one is the user's.
	 */
	overrideOf(rule: Rule, declared: Settings, inForce: Settings): Override {
		const { level, options } = this.#rules.get(rule.id) ?? {};
		const mayBeDefault = !this.#setsAll && declared !== inForce && level === declared.levelOf(rule).value;
		return { ...(level && !mayBeDefault ? { level } : {}), ...(options ? { options } : {}) };
	}
}

function failOnOf(level: number, properties: SentConfig["properties"]): FailOn | undefined {
	const parsed = failOnOptions.safeParse(properties);
	if (!parsed.success)
		throw new SettingsError(`policy pack config: ${FAIL_ON_UNDETERMINED} accepts severity, one of ${SEVERITIES.join(", ")}`);
	const chosen = LEVELS[level] ?? "mandatory";
	return chosen === "disabled" ? undefined : { level: chosen, severity: parsed.data.severity };
}

function profileOf(properties: SentConfig["properties"]): Sourced<string> | undefined {
	const parsed = forAll.safeParse(properties);
	if (!parsed.success) {
		const key = Object.keys(properties).find((each) => each !== "profile");
		throw new SettingsError(
			`policy pack config: ${key ? `unknown key "${key}" under "all"; only profile is accepted` : "all.profile must be a string"}`,
		);
	}
	return parsed.data.profile ? { value: parsed.data.profile, from: "policy pack config" } : undefined;
}

function optionsOf(rule: Rule, properties: SentConfig["properties"]): Readonly<Record<string, unknown>> {
	const valid = Object.keys(rule.options ?? {});
	return Object.fromEntries(
		Object.entries(properties).map(([name, value]) => {
			const schema = rule.options?.[name];
			if (!schema) throw new SettingsError(`policy pack config: ${rule.id} has no option "${name}"${suggestion(name, valid)}`);
			const parsed = schema.safeParse(value);
			if (!parsed.success) throw new SettingsError(`policy pack config: ${rule.id}.${name}: ${parsed.error.issues[0]?.message}`);
			return [name, parsed.data];
		}),
	);
}
