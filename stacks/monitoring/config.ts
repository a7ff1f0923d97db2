import * as pulumi from "@pulumi/pulumi";
import { OptionsError, parseOptions } from "./option/explain";
import { type AuthMonitoringArgs, optionsSchema } from "./options";

/**
 * The options that a stack's configuration sets: each key of it is an option of the same name, objects as they are written in YAML.
 *
 * @throws OptionsError with a line for each wrong key
 */
export function optionsFromConfig(
	values: Readonly<Record<string, string>> = pulumi.runtime.allConfig(),
	project = pulumi.getProject(),
): AuthMonitoringArgs {
	const own = Object.entries(values).filter(([key]) => key.startsWith(`${project}:`));
	const given = Object.fromEntries(own.map(([key, text]) => [key.slice(project.length + 1), readValue(text)]));
	parseOptions(optionsSchema, given, `${project}:`);
	return given as AuthMonitoringArgs;
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

/** Ends the program with the lines of what is wrong, and nothing else: a stack trace helps nobody who mistyped a key. */
export function orStop<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof OptionsError)) throw error;
		throw new pulumi.RunError(error.message);
	}
}
