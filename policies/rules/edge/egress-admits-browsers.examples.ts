import { type Example, UNKNOWN } from "../../engine/example";
import { allowListOf, namesOnly } from "./example-filters";

const browsers = { browsersBehindEgress: true };
const where = "firewallPolicy.statefulRuleGroupReferences";

export const examples: readonly Example[] = [
	{
		title: "Both hosts on the allow-list that people's browsers go through",
		verdict: "pass",
		surroundings: browsers,
		stack: allowListOf(["acme.scalekit.com", "cdn.scalekit.com", ".googleapis.com"]),
	},
	{
		title: "An allow-list without Scalekit's static assets",
		verdict: "fail",
		property: where,
		surroundings: browsers,
		stack: allowListOf(["acme.scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "A DNS Firewall that answers for the environment's host alone",
		verdict: "fail",
		surroundings: browsers,
		stack: namesOnly(["acme.scalekit.com"]),
	},
	{
		title: "An allow-list that no browser goes through",
		verdict: "not-applicable",
		stack: allowListOf(["acme.scalekit.com"]),
	},
	{
		title: "Targets not known before the update",
		verdict: "unknown",
		surroundings: browsers,
		stack: allowListOf(UNKNOWN),
	},
];
