import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { inOtherStack, pass, undetermined, type Verdict } from "../../engine/verdict";
import { failMissingGroup } from "./missing-group";
import { type GroupName, groupNamed, hasGroupLike, unknownName } from "./named-after";
import { mayHaveName } from "./unknown-names";

/** The failure if the log group is not in the stack. */
export interface MissingGroup {
	readonly where: Reading | string;
	readonly message: string;
}

/** Passes if the stack contains the log group that a service otherwise creates implicitly. */
export function checkImplicitGroup(writer: Resource, name: GroupName, { where, message }: MissingGroup, graph: ResourceGraph): Verdict {
	const found = groupNamed(writer, name, graph);
	if (found === "in-stack") return pass();
	if (found === "other-stack") return inOtherStack("its log group is not in this stack");
	const { after, property } = name;
	if (name.pattern.includes("<") && !property && hasGroupLike(name, graph)) return pass();
	const part = after && property ? after.inputs.read(property) : undefined;
	if (found) return unknownName(found.possible);
	const possible = mayHaveName(writer, graph);
	if (possible) return possible;
	if (part?.isUnknown && property && after?.output(property).text === undefined && hasGroupLike(name, graph)) return undetermined(part);
	return failMissingGroup(isFixed(name), graph, where, message);
}

/** True if another stack can know the name of the log group: no part of it is generated. */
function isFixed({ pattern, after, property }: GroupName): boolean {
	if (!pattern.includes("<")) return true;
	if (!after || !property) return false;
	const isGenerated = after.inputs.read("__defaults").items.some((name) => name.is(property));
	return after.inputs.read(property).text !== undefined && !isGenerated;
}
