import { type Example, type ExampleResource, Interpolation, JsonString, OutputReference } from "../policies/engine/example";
import { categoryOf, rules } from "../policies/rules";
import { badStacks } from "../test/suites/bad";
import { soundStacks } from "../test/suites/sound";

/** Stacks from which others are made: the rules' examples and the suites. */
export function seedStacks(): readonly (readonly ExampleResource[])[] {
	const examples = rules.flatMap((rule) => {
		const module = require(`../policies/rules/${categoryOf(rule)}/${rule.id}.examples.ts`) as { examples: readonly Example[] };
		return module.examples.map(({ stack }) => stack);
	});
	const suites = [...badStacks, ...soundStacks].map(({ stack }) => stack);
	// The pack knows only the URNs of resources that a program reads, so it reports them differently.
	return [...examples, ...suites].filter((stack) => stack.length > 0 && !stack.some(({ external }) => external));
}

/** Values that occur in stacks, by the type and path of the property, and by its name. */
export class Dictionary {
	readonly #at = new Map<string, unknown[]>();
	readonly #named = new Map<string, unknown[]>();

	constructor(stacks: readonly (readonly ExampleResource[])[]) {
		for (const { type, inputs } of stacks.flat()) this.#add(inputs, type);
	}

	/** The values of a property, best first: of the same type and path, else of the same name. */
	valuesOf(path: string): readonly unknown[] {
		return this.#at.get(path) ?? this.#named.get(path.slice(path.lastIndexOf(".") + 1)) ?? [];
	}

	#add(value: unknown, path: string): void {
		if (isReference(value)) return;
		const entries = value instanceof JsonString ? [] : childrenOf(value);
		if (!containsReference(value)) {
			push(this.#at, path, value);
			push(this.#named, path.slice(path.lastIndexOf(".") + 1), value);
		}
		for (const [key, child] of entries) this.#add(child, Array.isArray(value) ? path : `${path}.${key}`);
	}
}

/** The children of a list or an object. */
export function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
	return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** True for an output of another resource, or a string with one. */
export function isReference(value: unknown): boolean {
	return value instanceof OutputReference || value instanceof Interpolation;
}

function containsReference(value: unknown): boolean {
	return isReference(value) || childrenOf(value).some(([, child]) => containsReference(child));
}

function push(map: Map<string, unknown[]>, key: string, value: unknown): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}
