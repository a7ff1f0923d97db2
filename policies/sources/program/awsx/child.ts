import type { ResourceData } from "../../../engine/resource";
import { childUrn } from "../../../engine/urn";
import { OUTPUT_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";
import { UNKNOWN } from "../monitor/unknown";
import { partsOf } from "./wire-parts";

/** A property: its wire value, and the URNs of the resources that it depends on. */
export interface Property {
	readonly value: unknown;
	readonly from: readonly string[];
}

/** Properties by name; a property without a value is not set. */
export type Properties = Readonly<Record<string, Property>>;

export const NOT_SET: Property = { value: undefined, from: [] };

/** A value that awsx sets. */
export function fixed(value: unknown): Property {
	return { value, from: [] };
}

/** A value that is known only after the deployment of a resource. */
export function outputOf(resource: ResourceData): Property {
	return { value: UNKNOWN, from: [resource.urn] };
}

/** The arguments of a component. */
export function argumentsOf({ inputs = {}, propertyDependencies = {} }: ResourceData): Properties {
	return mapEntries(inputs, (value, name) => ({ value, from: propertyDependencies[name] ?? [] }));
}

/** The properties of an object or list argument; undefined if it is unknown as a whole. */
export function propertiesIn({ value, from }: Property): Properties | undefined {
	const parts = partsOf(value);
	return parts && mapEntries(parts, (part) => ({ value: part, from }));
}

/** Properties without the named ones. */
export function without(properties: Properties, names: readonly string[]): Properties {
	return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

/** A resource that a component creates. */
export function child(owner: ResourceData, type: string, name: string, properties: Properties): ResourceData {
	const set = Object.fromEntries(Object.entries(properties).filter(([, { value }]) => value !== undefined));
	return {
		...identity(owner, type, name),
		inputs: mapEntries(set, ({ value }) => value),
		propertyDependencies: mapEntries(set, ({ from }) => from),
	};
}

/**
 * A resource that a component creates, or may create, with properties that are unknown as a whole, so that rules are undetermined on it and do not treat
 * it as absent.
 *
 * @param links known references: by property, the resource that it refers to
 */
export function unknownChild(
	owner: ResourceData,
	type: string,
	name: string,
	links: Readonly<Record<string, ResourceData>> = {},
): ResourceData {
	return {
		...identity(owner, type, name),
		inputs: { [SIGNATURE_KEY]: OUTPUT_SIGNATURE },
		propertyDependencies: mapEntries(links, ({ urn }) => [urn]),
	};
}

/** A component inside a component. */
export function childComponent(owner: ResourceData, type: string): ResourceData {
	return { ...child(owner, type, owner.name, {}), component: true };
}

function identity(owner: ResourceData, type: string, name: string) {
	const { urn: parent, location } = owner;
	return { urn: childUrn(parent, type, name), type, name, parent, ...(location ? { location } : {}) };
}

function mapEntries<From, To>(of: Readonly<Record<string, From>>, change: (value: From, name: string) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value, name)]));
}
