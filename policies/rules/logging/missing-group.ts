import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { failMissing, failMissingByName, inOtherStack, type Verdict } from "../../engine/verdict";

/**
 * No log group of this stack has the required name. If the name is fixed, another stack may contain the log group; it
 * probably does if this stack reads outputs of others.
 */
export function failMissingGroup(isFixed: boolean, graph: ResourceGraph, where: Reading | string, message: string, fix?: string): Verdict {
	if (!isFixed) return failMissing(where, message, fix);
	return graph.readsOtherStacks
		? inOtherStack(
				"its log group may be in another stack, such as one whose outputs this stack reads; check the stacks together to include it",
			)
		: failMissingByName(where, message, fix);
}
