import { stackRule } from "../../engine/rule";
import { allowsLoginAssets, FILTERS } from "./egress/egress";

export const egressAllowsLoginAssets = stackRule({
	id: "egress-allows-login-assets",
	title: "Egress allow-lists include the hosts of the login page's assets",
	checklistItems: ["D2", "D3"],
	severity: "high",
	since: "1.0.0",
	resources: FILTERS,
	why: "A browser behind the allow-list shows the login page blank or without styles and fonts. Unless readiness.yaml declares that users' browsers are behind it (egress.browsers), that concerns end-to-end tests only, and the severity is low.",
	fix: "Allow cdn.scalekit.com and fonts.googleapis.com, and probably fonts.gstatic.com, which serves the font files.",
	whenNotToUse: "Only servers are behind the allow-list: no browsers, synthetic tests or remote desktops.",
	references: [
		{ title: "Scalekit: Production readiness checklist", url: "https://docs.scalekit.com/authenticate/launch-checklist/" },
		{
			title: "AWS Network Firewall, API Reference: RulesSourceList",
			url: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSourceList.html",
		},
	],

	check(filter, { graph, project }) {
		const verdicts = allowsLoginAssets(filter, graph, project);
		if (project.browsersBehindEgress) return verdicts;
		return verdicts.map((verdict) => (verdict.verdict === "fail" ? { ...verdict, severity: "low" } : verdict));
	},
});
