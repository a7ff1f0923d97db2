import { itemOf, sections } from "../../checklist";
import { anchor } from "./markdown";

/** A line's id as a link to its section on the checklist's page. */
export function lineLink(id: string, checklist: string): string {
	const section = sections.find((each) => each.id === itemOf(id)?.section);
	return `[${id}](${checklist}#${anchor(section?.title ?? "")})`;
}
