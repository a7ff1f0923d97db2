import { type ExampleResource, type Form, Interpolation, JsonString, OutputReference, toResourceData } from "../policies/engine/example";
import type { ResourceData } from "../policies/engine/resource";

export type Stack = readonly ExampleResource[];

/**
 * The resources of a stack as they arrive in a request: keys are sorted, and properties without a value, which some examples
 * have, are omitted.
 */
export function dataOf(stack: Stack, form: Form): ResourceData[] {
	const data = asSent(toResourceData({ stack }, form)) as ResourceData[];
	return form === "preview" ? data : data.map(withSomeInput);
}

/** `policy analyze` takes a resource without inputs for one that a program only reads. */
function withSomeInput(data: ResourceData): ResourceData {
	return Object.keys(data.inputs ?? {}).length > 0 ? data : { ...data, inputs: { name: data.name } };
}

function asSent(value: unknown): unknown {
	if (Array.isArray(value)) return value.filter((each) => each !== undefined).map(asSent);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, child]) => child !== undefined);
	return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, child]) => [key, asSent(child)]));
}

/** The way to a value within a resource's inputs; a JSON document counts as an object. */
export type Path = readonly (string | number)[];

/** A copy with each reference to another resource under another name. */
export function renamed(stack: Stack, nameOf: (name: string) => string): ExampleResource[] {
	return stack.map((each) => ({
		...each,
		name: nameOf(each.name),
		inputs: mapReferences(each.inputs, nameOf) as Record<string, unknown>,
		...(each.provider ? { provider: nameOf(each.provider) } : {}),
	}));
}

function mapReferences(value: unknown, nameOf: (name: string) => string): unknown {
	if (value instanceof OutputReference) return new OutputReference(nameOf(value.name), value.property);
	if (value instanceof Interpolation) return new Interpolation(value.parts.map((part) => mapReferences(part, nameOf)));
	if (value instanceof JsonString) return new JsonString(mapReferences(value.document, nameOf));
	if (Array.isArray(value)) return value.map((each) => mapReferences(each, nameOf));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mapReferences(child, nameOf)]));
}

/** The stack without references to resources that it does not contain: they become ARNs of another stack. */
export function closed(stack: Stack): ExampleResource[] {
	const names = new Set(stack.map(({ name }) => name));
	const close = (value: unknown): unknown => {
		if (value instanceof OutputReference) return names.has(value.name) ? value : `arn:aws:sns:eu-west-1:123456789012:${value.name}`;
		if (value instanceof Interpolation) return new Interpolation(value.parts.map(close));
		if (value instanceof JsonString) return new JsonString(close(value.document));
		if (Array.isArray(value)) return value.map(close);
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, close(child)]));
	};
	return stack.map(({ provider, ...each }) => ({
		...each,
		inputs: close(each.inputs) as Record<string, unknown>,
		...(provider && names.has(provider) ? { provider } : {}),
	}));
}

/** Every path in the inputs of a resource. */
export function pathsOf(inputs: Readonly<Record<string, unknown>>): readonly Path[] {
	const below = (value: unknown, path: Path): readonly Path[] => {
		const inner = value instanceof JsonString ? value.document : value;
		if (typeof inner !== "object" || inner === null || inner instanceof OutputReference || inner instanceof Interpolation) return [path];
		const keys = Array.isArray(inner) ? [...inner.keys()] : Object.keys(inner);
		return [path, ...keys.flatMap((key) => below((inner as Record<string | number, unknown>)[key], [...path, key]))];
	};
	return Object.keys(inputs).flatMap((key) => below(inputs[key], [key]));
}

export function valueAt(inputs: unknown, path: Path): unknown {
	return path.reduce<unknown>((owner, key) => {
		const inner = owner instanceof JsonString ? owner.document : owner;
		return (inner as Record<string | number, unknown> | undefined)?.[key];
	}, inputs);
}

/** The stack with another value at a path of a resource; undefined removes the property or the item. */
export function withValue(stack: Stack, index: number, path: Path, value: unknown): ExampleResource[] {
	return stack.map((each, at) =>
		at === index ? { ...each, inputs: replaced(each.inputs, path, value) as Record<string, unknown> } : each,
	);
}

function replaced(owner: unknown, [key, ...rest]: Path, value: unknown): unknown {
	if (key === undefined) return value;
	if (owner instanceof JsonString) return new JsonString(replaced(owner.document, [key, ...rest], value));
	const child = rest.length === 0 ? value : replaced((owner as Record<string | number, unknown>)[key], rest, value);
	if (Array.isArray(owner)) return child === undefined ? owner.filter((_, index) => index !== key) : owner.with(key as number, child);
	const { [key]: _, ...others } = owner as Record<string, unknown>;
	return child === undefined ? others : { ...(owner as object), [key]: child };
}
