import { Reading } from "./reading";
import type { Resource, ResourceData } from "./resource";

/**
 * The Region of a resource: a known Region, or the Region of its provider. Two resources of one
 * provider are in the same Region, even if it is unknown.
 */
export interface Placement {
	readonly region?: string | undefined;
	/** The URN of the provider that determines the Region; absent if the source does not show it, or if the resource sets its own Region. */
	readonly provider?: string | undefined;
	/** True if the resource sets its own Region. */
	readonly isExplicit?: true;
	/** The value that determines the Region, if it is unknown. */
	readonly unknownRegion?: Reading;
}

/**
 * The Region of a resource: from its inputs, its outputs, its provider or its ARN.
 *
 * @param find finds the provider by its URN
 */
export function placementOf(resource: Resource, find: (urn: string) => ResourceData | undefined): Placement {
	const given = resource.inputs.read("region");
	if (given.isUnknown) return { unknownRegion: given, isExplicit: true };
	if (given.text !== undefined) return { region: given.text, isExplicit: true };
	const { provider, id } = resource.data;
	const settings = provider === undefined ? undefined : find(provider);
	const shown = [
		resource.output("region"),
		...[settings?.inputs, settings?.outputs].map((each) => new Reading(each?.["region"], "region")),
	];
	const [known] = shown.flatMap(({ text }) => text ?? []);
	return { region: known ?? regionIn(resource.output("arn").text) ?? regionIn(id), provider };
}

/** Whether two resources are in the same Region; undefined if that is unknown. */
export function inSameRegion(one: Placement, other: Placement): boolean | undefined {
	if (one.region !== undefined && other.region !== undefined) return one.region === other.region;
	return !one.isExplicit && !other.isExplicit && one.provider === other.provider ? true : undefined;
}

/** The Region in an ARN: `arn:aws:sns:eu-west-1:123456789012:on-call`; undefined if it has none. */
export function regionIn(arn: string | undefined): string | undefined {
	return /^arn:[^:]*:[^:]*:([^:]+):/.exec(arn ?? "")?.[1];
}
