import { itemOf, sections } from "../../checklist";
import { anchor } from "./markdown";

/** The id of a checklist item as a link to its section on the checklist page. */
export function itemLink(id: string, checklist: string): string {
	const section = sections.find((each) => each.id === itemOf(id)?.section);
	return `[${id}](${checklist}#${anchor(section?.title ?? "")})`;
}
