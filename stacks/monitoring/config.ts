import * as pulumi from "@pulumi/pulumi";
import { OptionsError, parseOptions } from "./option/explain";
import { type AuthMonitoringArgs, optionsSchema } from "./options";

/** A stack's configuration, as Pulumi passes it to a program. */
export interface StackConfiguration {
	/** The project's name, the namespace of its own keys. */
	readonly project: string;
	/** Values by full key. */
	readonly values: Readonly<Record<string, string>>;
	/** Full keys of values that are encrypted or contain an encrypted value. */
	readonly secretKeys: readonly string[];
}

/**
 * The options in a stack's configuration: each key is the option of the same name, with objects as YAML mappings.
 *
 * @throws OptionsError with a line for each invalid key
 */
export function optionsFromConfig({ project, values, secretKeys }: StackConfiguration = ofThisProgram()): AuthMonitoringArgs {
	const own = Object.keys(values).filter((key) => key.startsWith(`${project}:`));
	const given = Object.fromEntries(
		own.map((key) => {
			const value = readValue(values[key] ?? "");
			return [key.slice(project.length + 1), secretKeys.includes(key) ? withSecretPager(value) : value];
		}),
	);
	parseOptions(optionsSchema, given, `${project}:`);
	return given as AuthMonitoringArgs;
}

function ofThisProgram(): StackConfiguration {
	return {
		project: pulumi.getProject(),
		values: pulumi.runtime.allConfig(),
		secretKeys: JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] || "[]"),
	};
}

/** Pulumi passes every value as a string: objects, numbers and booleans as JSON. */
function readValue(text: string): unknown {
	if (!/^\s*[{[]|^(true|false|-?\d+)$/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** Does not validate an encrypted `pagerUrl`: offline checks without the passphrase see a placeholder. */
function withSecretPager(value: unknown): unknown {
	if (typeof value !== "object" || value === null || !("pagerUrl" in value)) return value;
	return { ...value, pagerUrl: pulumi.secret(value.pagerUrl) };
}

/** Ends the program with the lines of the OptionsError and without a stack trace. */
export function orStop<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof OptionsError)) throw error;
		throw new pulumi.RunError(error.message);
	}
}
