import { RESOURCE_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";

/** Inputs as the engine passes them to a provider: a resource as its id, a component as its URN. */
export function withoutReferences(inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, flattened(value)]));
}

function flattened(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(flattened);
	if (typeof value !== "object" || value === null) return value;
	const record = value as Record<string, unknown>;
	return record[SIGNATURE_KEY] === RESOURCE_SIGNATURE ? (record["id"] ?? record["urn"]) : withoutReferences(record);
}
