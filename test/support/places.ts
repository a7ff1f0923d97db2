import type { ResourceData } from "../../policies/engine/resource";
import { SIGNATURE_KEY } from "../../policies/engine/wire";

/** A place in a stack's inputs: which resource, and the way into them. */
export interface Place {
	readonly resource: number;
	readonly path: readonly (string | number)[];
}

/** Every place in the inputs, objects and lists as well as leaves. */
export function placesOf(data: readonly ResourceData[]): readonly Place[] {
	return data.flatMap((each, resource) =>
		Object.entries(each.inputs ?? {}).flatMap(([key, value]) => below(value, [key]).map((path) => ({ resource, path }))),
	);
}

function below(value: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
	if (typeof value !== "object" || value === null) return [path];
	const children = Array.isArray(value)
		? value.map((child, index) => [index, child] as const)
		: Object.entries(value).filter(([key]) => key !== SIGNATURE_KEY);
	return [path, ...children.flatMap(([key, child]) => below(child, [...path, key]))];
}

/** What stands at a place. */
export function valueAt(data: readonly ResourceData[], { resource, path }: Place): unknown {
	return path.reduce<unknown>((owner, key) => (owner as Record<string | number, unknown> | undefined)?.[key], data[resource]?.inputs);
}

/** The same stack with another value at one place, in the inputs and in the outputs that repeat them. */
export function replaceAt(data: readonly ResourceData[], place: Place, value: unknown): ResourceData[] {
	return data.map((each, index) => {
		if (index !== place.resource) return each;
		const inputs = withValue(each.inputs ?? {}, place.path, value) as Record<string, unknown>;
		const root = place.path[0] as string;
		const outputs = { ...each.outputs };
		if (root in outputs) outputs[root] = inputs[root];
		return { ...each, inputs, outputs };
	});
}

/** A copy that shares everything except the path to the place. */
function withValue(owner: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
	if (key === undefined) return value;
	const copy = (Array.isArray(owner) ? [...owner] : { ...(owner as object) }) as Record<string | number, unknown>;
	copy[key] = withValue(copy[key], rest, value);
	return copy;
}
