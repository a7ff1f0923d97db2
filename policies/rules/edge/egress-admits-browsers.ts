import { stackRule } from "../../engine/rule";
import { notApplicable } from "../../engine/verdict";
import { admitsLoginAssets, FILTERS } from "./egress";

export const egressAdmitsBrowsers = stackRule({
	id: "egress-admits-browsers",
	title: "An egress allow-list that people's browsers go through lets through what the login pages load",
	lines: ["D2", "D3"],
	severity: "high",
	since: "1.0.0",
	resources: FILTERS,
	why: "People sign in from behind this filter, according to readiness.yaml: without these hosts the login page stays blank or unstyled.",
	fix: "Let cdn.scalekit.com and fonts.googleapis.com through, and likely fonts.gstatic.com, which holds the font files.",
	whenNotToUse: "The filters that browsers go through are not those of this stack.",
	references: ["Scalekit documentation: Launch checklist", "AWS Network Firewall, API Reference: RulesSourceList"],

	check(filter, { graph, surroundings }) {
		if (!surroundings.browsersBehindEgress) return notApplicable("readiness.yaml does not say that people's browsers go through it");
		return admitsLoginAssets(filter, graph, surroundings);
	},
});
