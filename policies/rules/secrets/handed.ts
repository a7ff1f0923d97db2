import { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import type { Verdict } from "../../engine/verdict";

/** One thing that a resource hands to what it runs. */
export type Handed = Variable | Pointer | Text | Hidden;

/** A value under a name, given as it is. */
export interface Variable {
	readonly how: "variable";
	readonly name: Reading;
	readonly value: Reading;
	/** Who gets it, as a message says it: `container "web"`. */
	readonly to: string;
	/** How to hand it over by reference instead. */
	readonly instead: string;
}

/** A value under a name that AWS fetches from where the secret is. */
export interface Pointer {
	readonly how: "pointer";
	readonly name: Reading;
	readonly value: Reading;
}

/** A command or a script. */
export interface Text {
	readonly how: "text";
	readonly value: Reading;
	/** `the command of container "web"` */
	readonly to: string;
	readonly instead: string;
}

/** Something that cannot be seen at all, or whose way cannot. */
export interface Hidden {
	readonly how: "hidden";
	readonly name?: Reading;
	readonly verdict: Verdict;
}

/** How one kind of resource hands things over. */
export interface Surface {
	readonly kind: ResourceType;
	handed(resource: Resource): readonly Handed[];
}

export function surface<Args>(kind: ResourceType<Args>, handed: (resource: Resource<Args>) => readonly Handed[]): Surface {
	return { kind, handed: (resource) => handed(resource as Resource<Args>) };
}

/** The variables of an object that maps names to values. */
export function variablesIn(map: Reading, to: string, instead: string): readonly Variable[] {
	return map.entries.map(([name, value]) => ({ how: "variable", name: new Reading(name, name), value, to, instead }));
}

/** The references of an object that maps names to them. */
export function pointersIn(map: Reading): readonly Pointer[] {
	return map.entries.map(([name, value]) => ({ how: "pointer", name: new Reading(name, name), value }));
}

/** A command, as a line or as a list of words: the word after a flag is a value under the flag's name. */
export function commandIn(command: Reading, to: string, instead: string): readonly Handed[] {
	if (command.isAbsent) return [];
	const words = command.items;
	if (words.length === 0) return [{ how: "text", value: command, to, instead }];
	return words.map((value, index): Handed => {
		const flag = words[index - 1];
		return flag && /^--?[A-Za-z][\w-]*$/.test(flag.text ?? "") && !value.text?.startsWith("-")
			? { how: "variable", name: flag, value, to, instead }
			: { how: "text", value, to, instead };
	});
}
