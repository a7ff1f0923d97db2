import type { ResourceData } from "../engine/resource";
import { nameOf, typeOf } from "../engine/urn";

/** A resource with the URNs of its dependencies. */
export type Dependent = ResourceData & { readonly dependencies: readonly string[] };

/**
 * The dependencies that AnalyzeStack does not contain: resources that the program only reads
 * (`Type.get`). The pack knows only their URNs (CLI 3.260: AnalyzeResources in
 * pkg/resource/deploy/step_generator.go of pulumi/pulumi).
 */
export function readResourcesOf(resources: readonly Dependent[]): readonly ResourceData[] {
	const listed = new Set(resources.map(({ urn }) => urn));
	const read = new Set(resources.flatMap(({ dependencies }) => dependencies.filter((urn) => !listed.has(urn))));
	return [...read].map((urn) => ({ urn, type: typeOf(urn), name: nameOf(urn), external: true }));
}
