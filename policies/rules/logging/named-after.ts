import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { ResourceGraph } from "../../engine/graph";
import { groupBy } from "../../engine/group-by";
import type { Resource, ResourceType } from "../../engine/resource";
import { type Undetermined, undetermined } from "../../engine/verdict";
import { LogGroup } from "../../facts/resource-types";

type Group = Resource<LogGroupArgs>;

/** The name that a service gives a log group, `/aws/lambda/<function>`, and the resource whose name is in it. */
export interface GroupName {
	readonly pattern: string;
	readonly type: ResourceType;
	/** Absent if it is not in the stack. */
	readonly after?: Resource | undefined;
	/** The input or output of that resource with its name; absent if the service generates the name. */
	readonly property?: string;
}

/** Where the log group is; `possible` is one that may have the name. */
export type Found = "in-stack" | "other-stack" | { readonly possible: Group };

/** Finds the log group of a writer by the name that the service gives it. */
export function groupNamed(writer: Resource, name: GroupName, graph: ResourceGraph): Found | undefined {
	const fullName = nameIn(name);
	const named = fullName === undefined ? [] : (graph.memoize(logGroups).byName.get(fullName) ?? []);
	const { target, isAmbiguous } = graph.resolveName(writer, named, true);
	if (target) return target.data.external ? "other-stack" : "in-stack";
	const [first] = named;
	if (isAmbiguous && first) return { possible: first };
	const near = (graph.memoize(unknownNamesBySource, name.type).get(name.after?.urn ?? "") ?? []).filter(
		(each) => graph.inSameRegion(writer, each) !== false,
	);
	const fitting = near.map((group) => ({ group, matches: matchesPattern(group, name) })).filter((each) => each.matches !== false);
	if (fitting.some((each) => each.matches)) return "in-stack";
	return fitting[0] && { possible: fitting[0].group };
}

/** True if a log group of the stack has a name with the same prefix. */
export function hasGroupLike({ pattern }: GroupName, graph: ResourceGraph): boolean {
	const [prefix = ""] = pattern.split("<");
	return graph.memoize(logGroups).names.some((name) => name.startsWith(prefix));
}

/** The full name; undefined if a part of it is unknown. */
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
	const withUnknownName = groups.filter((group) => nameOf(group) === undefined && group.read("name").isUnknown);
	return { byName, names: [...byName.keys()], withUnknownName };
}

/** The log groups with unknown names, by the URNs of the resources of a type whose outputs the names use. */
function unknownNamesBySource(graph: ResourceGraph, type: ResourceType): ReadonlyMap<string, readonly Group[]> {
	const { withUnknownName } = graph.memoize(logGroups);
	return groupBy(withUnknownName, (group) => graph.follow(group, group.read("name"), type).resources.map(({ urn }) => urn));
}

/** The physical name of a log group; for one that is only read, its id. */
export function nameOf(group: Group): string | undefined {
	return group.read("name").text ?? group.output("name").text ?? (group.data.external ? group.data.id : undefined);
}

/**
 * Whether a partly known name matches the pattern; undefined if it may. A name that uses the output of the resource
 * in the pattern, with nothing after it, matches.
 */
function matchesPattern(group: Group, { pattern }: GroupName): boolean | undefined {
	const known = group.read("name").partial?.filled(() => "<>");
	if (known !== undefined) return known === pattern.replace(/<[^>]*>/, "<>");
	return pattern.endsWith(">") ? true : undefined;
}

/** A log group with an unknown name. */
export function unknownName(group: Group): Undetermined {
	const { property: _, message, ...rest } = undetermined(group.read("name"));
	return { ...rest, message: message.replace("name is", `the name of log group "${group.name}" is`) };
}
