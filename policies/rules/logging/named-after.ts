import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { ResourceGraph } from "../../engine/graph";
import { groupBy } from "../../engine/group-by";
import type { Resource, ResourceType } from "../../engine/resource";
import { type Undetermined, undetermined } from "../../engine/verdict";
import { LogGroup } from "../../facts/resource-types";

type Group = Resource<LogGroupArgs>;

/** How a service names a log group: `/aws/lambda/<function>`, and whose name stands in it. */
export interface GroupName {
	readonly pattern: string;
	readonly kind: ResourceType;
	/** Absent where the stack does not hold it. */
	readonly after?: Resource | undefined;
	/** The property of that resource, an input or an output, with its name; absent where that is made up. */
	readonly property?: string;
}

/** A log group by the name that a service gives it: in the stack, in another one, or one of which that cannot be told. */
export type Found = "here" | "elsewhere" | { readonly open: Group };

/** The log group that something writes to under a name that the service makes up. */
export function groupNamed(writer: Resource, name: GroupName, graph: ResourceGraph): Found | undefined {
	const whole = nameIn(name);
	const named = whole === undefined ? [] : (graph.memoize(logGroups).byName.get(whole) ?? []);
	const { target, isAmbiguous } = graph.resolveName(writer, named, true);
	if (target) return target.data.external ? "elsewhere" : "here";
	const [first] = named;
	if (isAmbiguous && first) return { open: first };
	const near = (unseenFrom(name.kind, graph).get(name.after?.urn ?? "") ?? []).filter((each) => graph.inSameRegion(writer, each) !== false);
	const fitting = near.map((group) => ({ group, fits: fits(group, name) })).filter((each) => each.fits !== "no");
	if (fitting.some((each) => each.fits === "yes")) return "here";
	return fitting[0] && { open: fitting[0].group };
}

/** True where a log group of the stack bears a name of the kind that a service makes up, whoever it is named after. */
export function hasGroupLike({ pattern }: GroupName, graph: ResourceGraph): boolean {
	const [prefix = ""] = pattern.split("<");
	return graph.memoize(logGroups).names.some((name) => name.startsWith(prefix));
}

/** The name in full; undefined where a part of it is not known. */
function nameIn({ pattern, after, property }: GroupName): string | undefined {
	if (!pattern.includes("<")) return pattern;
	const part = after && property ? physical(after, property) : undefined;
	return part === undefined ? undefined : pattern.replace(/<[^>]*>/, () => part);
}

function physical(resource: Resource, property: string): string | undefined {
	return resource.inputs.read(property).text ?? resource.output(property).text ?? (property === "id" ? resource.data.id : undefined);
}

function logGroups(graph: ResourceGraph) {
	const groups = graph.all(LogGroup);
	const byName = groupBy(groups, (group) => nameOf(group) ?? []);
	const unseen = groups.filter((group) => nameOf(group) === undefined && group.read("name").isUnknown);
	return { byName, names: [...byName.keys()], unseen, bySource: new Map<ResourceType, ReadonlyMap<string, readonly Group[]>>() };
}

/** The log groups whose names are not known, by the URNs of the resources of a kind that they come from. */
function unseenFrom(kind: ResourceType, graph: ResourceGraph): ReadonlyMap<string, readonly Group[]> {
	const { unseen, bySource } = graph.memoize(logGroups);
	let sources = bySource.get(kind);
	if (!sources) {
		sources = groupBy(unseen, (group) => graph.follow(group, group.read("name"), kind).resources.map(({ urn }) => urn));
		bySource.set(kind, sources);
	}
	return sources;
}

/** A log group's physical name; of one that is only read, its id. */
export function nameOf(group: Group): string | undefined {
	return group.read("name").text ?? group.output("name").text ?? (group.data.external ? group.data.id : undefined);
}

/**
 * Whether a name of which only parts are known is the one that a service makes up. Where it comes from what the service names it
 * after, and nothing else can be in it, it is.
 */
function fits(group: Group, { pattern }: GroupName): "yes" | "no" | "unknown" {
	const known = group.read("name").partial?.filled(() => "<>");
	if (known !== undefined) return known === pattern.replace(/<[^>]*>/, "<>") ? "yes" : "no";
	return pattern.endsWith(">") ? "yes" : "unknown";
}

/** That a log group's name cannot be told. */
export function unknownName(group: Group): Undetermined {
	const { property: _, message, ...rest } = undetermined(group.read("name"));
	return { ...rest, message: message.replace("name is", `the name of log group "${group.name}" is`) };
}
