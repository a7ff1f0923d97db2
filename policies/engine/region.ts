import { Reading } from "./reading";
import type { Resource, ResourceData } from "./resource";

/**
 * Where a resource is, as far as it can be told: in a Region, or wherever its provider puts it. Two resources of one
 * provider are in the same Region, whichever it is.
 */
export interface Place {
	readonly region?: string | undefined;
	/** The URN of the provider that puts it there; absent where the source does not tell, and where the resource says itself where it is. */
	readonly provider?: string | undefined;
	/** True where the resource says itself where it is. */
	readonly isOwn?: true;
	/** What says the Region, and is not known. */
	readonly open?: Reading;
}

/**
 * The place of a resource: the Region that it is given, or that AWS answered, or that of its provider, or that in its ARN.
 *
 * @param find finds the provider by its URN
 */
export function placeOf(resource: Resource, find: (urn: string) => ResourceData | undefined): Place {
	const given = resource.inputs.read("region");
	if (given.isUnknown) return { open: given, isOwn: true };
	if (given.text !== undefined) return { region: given.text, isOwn: true };
	const { provider, id } = resource.data;
	const settings = provider === undefined ? undefined : find(provider);
	const said = [resource.output("region"), ...[settings?.inputs, settings?.outputs].map((each) => new Reading(each?.["region"], "region"))];
	const [known] = said.flatMap(({ text }) => text ?? []);
	return { region: known ?? regionIn(resource.output("arn").text) ?? regionIn(id), provider };
}

/** Whether two resources are in one Region; `unknown` where nothing says so, nor that they are not. */
export function inSameRegion(one: Place, other: Place): "yes" | "no" | "unknown" {
	if (one.region !== undefined && other.region !== undefined) return one.region === other.region ? "yes" : "no";
	return !one.isOwn && !other.isOwn && one.provider === other.provider ? "yes" : "unknown";
}

/** The Region in an ARN: `arn:aws:sns:eu-west-1:123456789012:on-call`. Undefined where it names none. */
export function regionIn(arn: string | undefined): string | undefined {
	return /^arn:[^:]*:[^:]*:([^:]+):/.exec(arn ?? "")?.[1];
}
