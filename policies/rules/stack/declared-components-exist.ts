import { stackRule } from "../../engine/rule";
import { failMissing, notApplicable, type Verdict } from "../../engine/verdict";
import { RESOURCES_OF_COMPONENT } from "../../facts/system-components";

export const declaredComponentsExist = stackRule({
	id: "declared-components-exist",
	title: "What readiness.yaml says that a stack holds is in it",
	checklistItems: ["L1", "L8", "L11", "L72"],
	severity: "medium",
	since: "1.0.0",
	resources: [],
	why: "A stack that holds the webhook and has no endpoint is another stack than the one that was meant: its clean report says nothing of the webhook.",
	fix: "Correct holds under stacks in readiness.yaml, or add what is missing.",
	whenNotToUse: "The part is made by something that no rule understands, and you do not want to be told so.",
	references: ["readiness.yaml: stacks.*.holds"],

	check: () => [],

	checkStack({ graph, project }) {
		const absent = PARTS.filter(([part]) => project.hasComponent(part) && !graph.has(...RESOURCES_OF_COMPONENT[part]));
		const verdicts = absent.map(([, checklistItems, is]): Verdict => ({ ...failMissing(undefined, is), checklistItems }));
		return verdicts.length > 0 ? verdicts : notApplicable("it is not said to hold a part that is not there");
	},
});

/** The parts, the lines that are about each, and what to say where it is not there. */
const PARTS: readonly (readonly [part: keyof typeof RESOURCES_OF_COMPONENT, lines: readonly string[], is: string])[] = [
	["app", ["L1"], "holds the application, but nothing in it runs one"],
	["webhook", ["L11"], "holds the webhook, but nothing in it takes requests from the internet"],
	["edge", ["L72"], "holds the edge, but nothing in it takes requests from the internet, nor is there a web ACL"],
	["dns", ["L8"], "holds DNS, but no record and no zone is in it"],
];
