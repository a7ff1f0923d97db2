import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { failMissing, failMissingByName, inOtherStack, type Verdict } from "../../engine/verdict";

/**
 * No log group of this stack bears the name that something writes to. Where that name is fixed, another stack may hold the
 * group: a stack that reads others is one of several.
 */
export function missingGroup(isFixed: boolean, graph: ResourceGraph, where: Reading | string, message: string, fix?: string): Verdict {
	if (!isFixed) return failMissing(where, message, fix);
	return graph.readsOtherStacks
		? inOtherStack("its log group may be in another stack, such as one that this stack reads; checked together they are one graph")
		: failMissingByName(where, message, fix);
}
