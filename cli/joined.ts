import { ResourceGraph } from "../policies/engine/graph";
import type { ResourceData } from "../policies/engine/resource";
import type { StackDescription } from "../policies/sources/source";
import type { Target } from "./target";

/** A target with the description of its stack. */
export interface ReadStack {
	readonly target: Target;
	readonly description: StackDescription;
}

/**
 * The graph in which references of a stack are resolved: its resources and those of the other stacks that are checked, so
 * that a log group, a topic or a load balancer in another stack is found by ARN, by name or by a StackReference. Its own
 * resources come last: they take precedence over others with the same name.
 */
export function joinedGraph(own: ReadStack, all: readonly ReadStack[]): ResourceGraph {
	const others = all.filter((each) => each !== own && belongTogether(own.target, each.target));
	if (others.length === 0) return new ResourceGraph(own.description.resources);
	const ownUrns = new Set(own.description.resources.map(({ urn }) => urn));
	const added = others.flatMap(({ description }) => description.resources.filter(({ urn }) => !ownUrns.has(urn)));
	return new ResourceGraph([...uniqueIn(added), ...own.description.resources]);
}

/** Stacks of the same project, or of different profiles, are different environments, whose resources do not refer to each other. */
function belongTogether(one: Target, other: Target): boolean {
	const isSameProject = one.name !== undefined && one.name.project === other.name?.project;
	return !isSameProject && one.settings.profile.value === other.settings.profile.value;
}

/** A stack that is checked as a program and as a state counts once. */
function uniqueIn(resources: readonly ResourceData[]): readonly ResourceData[] {
	return [...new Map(resources.map((each) => [each.urn, each])).values()];
}
