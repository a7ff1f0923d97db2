import { ResourceGraph } from "../policies/engine/graph";
import type { ResourceData } from "../policies/engine/resource";
import type { StackDescription } from "../policies/sources/source";
import type { Target } from "./target";

/** A stack that was read. */
export interface ReadStack {
	readonly target: Target;
	readonly description: StackDescription;
}

/**
 * The graph in which a stack's relations are followed: the stack's resources and those of the stacks given beside it, so
 * that a log group, a topic or a load balancer of another stack is found by ARN, by name or by a StackReference. Its own
 * resources come last: of two of one name its own is meant.
 */
export function joinedGraph(own: ReadStack, all: readonly ReadStack[]): ResourceGraph {
	const others = all.filter((each) => each !== own && belongTogether(own.target, each.target));
	if (others.length === 0) return new ResourceGraph(own.description.resources);
	const ownUrns = new Set(own.description.resources.map(({ urn }) => urn));
	const besides = others.flatMap(({ description }) => description.resources.filter(({ urn }) => !ownUrns.has(urn)));
	return new ResourceGraph([...uniqueIn(besides), ...own.description.resources]);
}

/** Two stacks of one project are two environments, and so are stacks of different profiles: names in one mean nothing in the other. */
function belongTogether(one: Target, other: Target): boolean {
	const isSameProject = one.name !== undefined && one.name.project === other.name?.project;
	return !isSameProject && one.settings.profile.value === other.settings.profile.value;
}

/** A stack that is given twice, as a program and as a state, counts once. */
function uniqueIn(resources: readonly ResourceData[]): readonly ResourceData[] {
	return [...new Map(resources.map((each) => [each.urn, each])).values()];
}
