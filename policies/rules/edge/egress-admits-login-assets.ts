import { stackRule } from "../../engine/rule";
import { notApplicable } from "../../engine/verdict";
import { admitsLoginAssets, FILTERS } from "./egress";

export const egressAdmitsLoginAssets = stackRule({
	id: "egress-admits-login-assets",
	title: "An egress allow-list lets through what the login pages load",
	lines: ["D2", "D3"],
	severity: "low",
	since: "1.0.0",
	resources: FILTERS,
	why: "A browser or an end-to-end test behind the allow-list shows a login page without style or fonts, or none at all.",
	fix: "Let cdn.scalekit.com and fonts.googleapis.com through, and likely fonts.gstatic.com, which holds the font files.",
	whenNotToUse: "Only servers are behind the allow-list, and no browser, synthetic test or remote desktop.",
	references: ["Scalekit documentation: Launch checklist", "AWS Network Firewall, API Reference: RulesSourceList"],

	check(filter, { graph, surroundings }) {
		if (surroundings.browsersBehindEgress) return notApplicable("people's browsers go through it: egress-admits-browsers decides");
		return admitsLoginAssets(filter, graph, surroundings);
	},
});
