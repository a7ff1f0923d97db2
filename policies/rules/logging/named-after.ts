import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Kind, Resource } from "../../engine/resource";
import { LogGroup } from "../../facts/kinds";

interface Named {
	/** The log groups whose names are known, by those. */
	readonly byName: ReadonlyMap<string, Resource<LogGroupArgs>>;
	/** The URNs of the writers that the names of other log groups come from. */
	readonly bySource: ReadonlySet<string>;
}

/** The log groups that may be named after what writes to them: a prefix, then the writer's name. */
export function groupsNamedAfter(writer: Kind, prefix: string, graph: ResourceGraph): Named {
	const byName = new Map<string, Resource<LogGroupArgs>>();
	const bySource = new Set<string>();
	for (const group of graph.all(LogGroup)) {
		const name = group.read("name").text ?? group.output("name").text;
		if (name?.startsWith(prefix)) byName.set(name, group);
		else if (group.read("name").isUnknown && name === undefined)
			for (const { urn } of graph.follow(group, group.read("name"), writer).resources) bySource.add(urn);
	}
	return { byName, bySource };
}
