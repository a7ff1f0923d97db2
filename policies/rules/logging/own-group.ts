import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { inOtherStack, pass, undetermined, type Verdict } from "../../engine/verdict";
import { missingGroup } from "./missing-group";
import { type GroupName, groupNamed, hasGroupLike, unknownName } from "./named-after";
import { mayBeNamed } from "./unseen-names";

/** What is wrong where nobody has made the log group. */
export interface MissingGroup {
	readonly where: Reading | string;
	readonly message: string;
}

/** Whether a log group is made on purpose that a service makes by itself otherwise, under a name that it makes up. */
export function madeOnPurpose(writer: Resource, name: GroupName, { where, message }: MissingGroup, graph: ResourceGraph): Verdict {
	const found = groupNamed(writer, name, graph);
	if (found === "here") return pass();
	if (found === "elsewhere") return inOtherStack("its log group is not in this stack");
	const { after, property } = name;
	if (name.pattern.includes("<") && !property && hasGroupLike(name, graph)) return pass();
	const part = after && property ? after.inputs.read(property) : undefined;
	if (found) return unknownName(found.open);
	const unseen = mayBeNamed(writer, graph);
	if (unseen) return unseen;
	if (part?.isUnknown && property && after?.output(property).text === undefined && hasGroupLike(name, graph)) return undetermined(part);
	return missingGroup(isFixed(name), graph, where, message);
}

/** True where another stack can know the log group's name: nobody makes up a part of it. */
function isFixed({ pattern, after, property }: GroupName): boolean {
	if (!pattern.includes("<")) return true;
	if (!after || !property) return false;
	const isMade = after.inputs.read("__defaults").items.some((name) => name.is(property));
	return after.inputs.read(property).text !== undefined && !isMade;
}
