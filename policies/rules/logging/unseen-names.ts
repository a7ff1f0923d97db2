import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { STACK_REFERENCE_TYPE } from "../../engine/urn";
import type { Undetermined } from "../../engine/verdict";
import { LogGroup } from "../../facts/resource-types";
import { nameOf, unknownName } from "./named-after";

interface Unseen {
	/** Log groups whose names come from outside of the stack: any name may be among them. */
	readonly outside?: Resource<LogGroupArgs>;
	/** By the URN of a resource that a name comes from. */
	readonly bySource: ReadonlyMap<string, Resource<LogGroupArgs>>;
}

function unseenIn(graph: ResourceGraph): Unseen {
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
 * What keeps it open whether a log group bears the name that something writes to: a log group whose name cannot be seen, and
 * comes from another stack or from where the writer's own name comes from.
 */
export function mayBeNamed(writer: Resource, graph: ResourceGraph): Undetermined | undefined {
	const { outside, bySource } = graph.memoize(unseenIn);
	const group =
		outside ??
		sourcesOf(writer)
			.map((urn) => bySource.get(urn))
			.find((each) => each !== undefined);
	return group && unknownName(group);
}
