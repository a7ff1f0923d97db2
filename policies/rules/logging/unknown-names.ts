import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { STACK_REFERENCE_TYPE } from "../../engine/urn";
import type { Undetermined } from "../../engine/verdict";
import { LogGroup } from "../../facts/resource-types";
import { nameOf, unknownName } from "./named-after";

interface UnknownNames {
	/** A log group whose name comes from outside the stack. */
	readonly outside?: Resource<LogGroupArgs>;
	/** By the URN of a resource whose output the name uses. */
	readonly bySource: ReadonlyMap<string, Resource<LogGroupArgs>>;
}

function unknownNamesIn(graph: ResourceGraph): UnknownNames {
	const bySource = new Map<string, Resource<LogGroupArgs>>();
	let outside: Resource<LogGroupArgs> | undefined;
	for (const group of graph.all(LogGroup)) {
		if (nameOf(group) !== undefined || (!group.read("name").isUnknown && !group.data.external)) continue;
		const sources = sourcesOf(group);
		if (sources.length === 0 || sources.some((urn) => urn.includes(`::${STACK_REFERENCE_TYPE}::`))) outside ??= group;
		for (const urn of sources) if (!bySource.has(urn)) bySource.set(urn, group);
	}
	return outside ? { outside, bySource } : { bySource };
}

function sourcesOf(resource: Resource): readonly string[] {
	return resource.data.propertyDependencies?.["name"] ?? [];
}

/**
 * A log group with an unknown name that may be the one of the writer: its name comes from another stack, or from the same
 * source as the writer's name.
 */
export function mayHaveName(writer: Resource, graph: ResourceGraph): Undetermined | undefined {
	const { outside, bySource } = graph.memoize(unknownNamesIn);
	const group =
		outside ??
		sourcesOf(writer)
			.map((urn) => bySource.get(urn))
			.find((each) => each !== undefined);
	return group && unknownName(group);
}
