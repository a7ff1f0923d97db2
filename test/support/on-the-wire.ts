import { PartialText } from "../../policies/engine/partial-text";
import type { ResourceData } from "../../policies/engine/resource";
import { UNKNOWN } from "../../policies/sources/program/unknown";

/** Resources as the engine knows them: what is known in part is unknown there. */
export function onTheWire(resources: readonly ResourceData[]): ResourceData[] {
	return resources.map(({ inputs, ...rest }) => ({
		...rest,
		...(inputs ? { inputs: withoutPieces(inputs) as Record<string, unknown> } : {}),
	}));
}

function withoutPieces(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (PartialText.is(value)) return UNKNOWN;
	if (Array.isArray(value)) return value.map(withoutPieces);
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutPieces(child)]));
}
