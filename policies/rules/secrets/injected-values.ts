import { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import type { Verdict } from "../../engine/verdict";

/** A value that a resource injects into its workload. */
export type InjectedValue = Variable | SecretReference | Script | UnknownValue;

/** A named value, passed unchanged. */
export interface Variable {
	readonly kind: "variable";
	readonly name: Reading;
	readonly value: Reading;
	/** The recipient in messages: `container "web"`. */
	readonly recipient: string;
	/** How to pass a reference instead. */
	readonly fix: string;
}

/** A named reference to a secret, which AWS resolves. */
export interface SecretReference {
	readonly kind: "reference";
	readonly name: Reading;
	readonly value: Reading;
}

/** A command or a script. */
export interface Script {
	readonly kind: "script";
	readonly value: Reading;
	/** The script in messages: `the command of container "web"`. */
	readonly recipient: string;
	readonly fix: string;
}

/** A value that is unknown, or whose kind is. */
export interface UnknownValue {
	readonly kind: "unknown";
	readonly name?: Reading;
	readonly verdict: Verdict;
}

/** How resources of a type inject values into their workloads. */
export interface Workload {
	readonly type: ResourceType;
	valuesOf(resource: Resource): readonly InjectedValue[];
}

export function workload<Args>(type: ResourceType<Args>, valuesOf: (resource: Resource<Args>) => readonly InjectedValue[]): Workload {
	return { type, valuesOf: (resource) => valuesOf(resource as Resource<Args>) };
}

/** The variables of a mapping of names to values. */
export function variablesIn(map: Reading, recipient: string, fix: string): readonly Variable[] {
	return map.entries.map(([name, value]) => ({ kind: "variable", name: new Reading(name, name), value, recipient, fix }));
}

/** The references of a mapping of names to references. */
export function referencesIn(map: Reading): readonly SecretReference[] {
	return map.entries.map(([name, value]) => ({ kind: "reference", name: new Reading(name, name), value }));
}

/** The values of a command, a string or a list of words; a word after a flag is a variable with the flag's name. */
export function commandValues(command: Reading, recipient: string, fix: string): readonly InjectedValue[] {
	if (command.isAbsent) return [];
	const words = command.items;
	if (words.length === 0) return [{ kind: "script", value: command, recipient, fix }];
	return words.map((value, index): InjectedValue => {
		const flag = words[index - 1];
		return flag && /^--?[A-Za-z][\w-]*$/.test(flag.text ?? "") && !value.text?.startsWith("-")
			? { kind: "variable", name: flag, value, recipient, fix }
			: { kind: "script", value, recipient, fix };
	});
}
