import * as pulumi from "@pulumi/pulumi";
import { OptionsError, parseOptions } from "./option/explain";
import { type AuthMonitoringArgs, optionsSchema } from "./options";

/** What a stack's configuration holds, as Pulumi hands it to a program. */
export interface StackConfiguration {
	/** The project's name, which its own keys begin with. */
	readonly project: string;
	/** Values by full key. */
	readonly values: Readonly<Record<string, string>>;
	/** Full keys of what is kept encrypted, or holds something that is. */
	readonly secretKeys: readonly string[];
}

/**
 * The options that a stack's configuration sets: each key of it is an option of the same name, objects as they are written in YAML.
 *
 * @throws OptionsError with a line for each wrong key
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

/** Pulumi hands everything over as text: objects, numbers and switches as JSON. */
function readValue(text: string): unknown {
	if (!/^\s*[{[]|^(true|false|-?\d+)$/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** An encrypted pager's address is looked at by nobody here: who checks a program without its passphrase has something else in its place. */
function withSecretPager(value: unknown): unknown {
	if (typeof value !== "object" || value === null || !("pagerUrl" in value)) return value;
	return { ...value, pagerUrl: pulumi.secret(value.pagerUrl) };
}

/** Ends the program with the lines of what is wrong, and nothing else: a stack trace helps nobody who mistyped a key. */
export function orStop<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof OptionsError)) throw error;
		throw new pulumi.RunError(error.message);
	}
}
