import { PartialText } from "../../../engine/partial-text";
import type { ResourceData } from "../../../engine/resource";
import type { RemoteComponent } from "../../source";
import type { StandIns } from "./stand-ins";

/** The resources of a program's runs. */
interface Named {
	readonly resources: readonly ResourceData[];
	readonly remoteComponents: readonly RemoteComponent[];
}

/**
 * The same, with stand-ins in names masked, so that reports and exceptions contain no placeholders. Names that become equal are numbered.
 */
export function withMaskedNames({ resources, remoteComponents }: Named, standIns: StandIns): Named {
	const urns = new Map<string, string>();
	const taken = new Set<string>();
	for (const { urn } of resources) {
		if (!standIns.isIn(urn)) continue;
		const masked = standIns.masked(urn);
		let unique = masked;
		for (let number = 2; taken.has(unique); number++) unique = `${masked} (${number})`;
		taken.add(unique);
		urns.set(urn, unique);
	}
	if (urns.size === 0) return { resources, remoteComponents };
	/** The names of one resource in both runs differ in stand-ins only. */
	const urnOf = (urn: string) => urns.get(urn) ?? (standIns.isIn(urn) ? standIns.masked(urn) : urn);
	const nameOf = (urn: string, name: string) => (urns.has(urn) ? (urnOf(urn).split("::").at(-1) ?? name) : name);
	const inside = (value: unknown): unknown => {
		if (typeof value !== "object" || value === null) return value;
		if (Array.isArray(value)) return value.map(inside);
		if (!PartialText.is(value)) return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inside(child)]));
		const pieces = value.pieces.map((piece) => {
			const urn = typeof piece === "string" ? undefined : piece.origin?.urn;
			return typeof piece === "string" || !piece.origin || !urn ? piece : { ...piece, origin: { ...piece.origin, urn: urnOf(urn) } };
		});
		return new PartialText(pieces, inside(value.document));
	};
	const properties = (value: ResourceData["inputs"]) => inside(value) as NonNullable<ResourceData["inputs"]>;
	return {
		resources: resources.map((each) => {
			const dependencies = Object.entries(each.propertyDependencies ?? {}).map(([name, on]) => [name, on?.map(urnOf)]);
			return {
				...each,
				urn: urnOf(each.urn),
				name: nameOf(each.urn, each.name),
				...(each.parent ? { parent: urnOf(each.parent) } : {}),
				...(each.inputs ? { inputs: properties(each.inputs) } : {}),
				...(each.outputs ? { outputs: properties(each.outputs) } : {}),
				...(each.propertyDependencies ? { propertyDependencies: Object.fromEntries(dependencies) } : {}),
			};
		}),
		remoteComponents: remoteComponents.map((each) => ({
			...each,
			urn: urnOf(each.urn),
			name: nameOf(each.urn, each.name),
			given: each.given.map(urnOf),
		})),
	};
}
