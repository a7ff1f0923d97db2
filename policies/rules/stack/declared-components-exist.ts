import { stackRule } from "../../engine/rule";
import { failMissing, notApplicable, type Verdict } from "../../engine/verdict";
import { RESOURCES_OF_COMPONENT } from "../../facts/system-components";

export const declaredComponentsExist = stackRule({
	id: "declared-components-exist",
	title: "Stacks contain the components that readiness.yaml declares",
	checklistItems: ["L1", "L8", "L11", "L72"],
	severity: "medium",
	since: "1.0.0",
	resources: [],
	why: "A stack that is declared to contain the webhook but has no endpoint is probably the wrong one: its report does not cover the webhook.",
	fix: "Correct components under stacks in readiness.yaml, or add the missing resources.",
	whenNotToUse: "The component consists of resources that no rule covers.",
	references: [{ title: "Scalekit: Production readiness checklist", url: "https://docs.scalekit.com/authenticate/launch-checklist/" }],

	check: () => [],

	checkStack({ graph, project }) {
		const missing = COMPONENTS.filter(([component]) => project.hasComponent(component) && !graph.has(...RESOURCES_OF_COMPONENT[component]));
		const verdicts = missing.map(([, checklistItems, message]): Verdict => ({ ...failMissing(undefined, message), checklistItems }));
		return verdicts.length > 0 ? verdicts : notApplicable("it contains all declared components");
	},
});

/** The components with their checklist items and the message for a missing one. */
const COMPONENTS: readonly (readonly [
	component: keyof typeof RESOURCES_OF_COMPONENT,
	checklistItems: readonly string[],
	message: string,
])[] = [
	["app", ["L1"], "is declared to contain the application, but has no workload"],
	["webhook", ["L11"], "is declared to contain the webhook, but has no public endpoint"],
	["edge", ["L72"], "is declared to contain the edge, but has neither a public endpoint nor a web ACL"],
	["dns", ["L8"], "is declared to contain DNS, but has no DNS record or zone"],
];
