import { type Hole, PartialText } from "../../policies/engine/partial-text";
import type { ResourceData } from "../../policies/engine/resource";

/** A value with each unknown part as what it comes from, so that two runs with other stand-ins can be compared. */
export function withOrigins(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(withOrigins);
	if (!PartialText.is(value)) return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withOrigins(child)]));
	if (value.document !== undefined) return { document: withOrigins(value.document) };
	// A list of which only the origin is known: its length is a placeholder.
	const isList = value.holes.length === value.pieces.length;
	const pieces = value.pieces.map((piece) => (typeof piece === "string" ? piece : holeOf(piece)));
	return { pieces: isList ? [...new Set(pieces.map((piece) => piece))] : pieces };
}

/** Which of two outputs a part comes from may be decided by their stand-ins; that it is unknown may not. */
function holeOf({ secret }: Hole): string {
	return secret ? "<secret>" : "<unknown>";
}

export interface Opened extends Pick<ResourceData, "id" | "propertyDependencies"> {
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly outputs: unknown;
}

/** What rules see of the resources that are certain to exist, by URN, and of which types others may exist. */
export function opened(resources: readonly ResourceData[]): {
	readonly certain: Readonly<Record<string, Opened>>;
	readonly conditional: readonly string[];
} {
	const certain = resources.filter((each) => !each.conditional);
	return {
		certain: Object.fromEntries(
			certain.map(({ urn, inputs, outputs, id, propertyDependencies }) => [
				urn,
				{ inputs: withOrigins(inputs ?? {}) as Opened["inputs"], outputs: withOrigins(outputs), id, propertyDependencies },
			]),
		),
		conditional: [...new Set(resources.flatMap(({ conditional, type }) => (conditional ? [`${type} ${conditional}`] : [])))].sort(),
	};
}
