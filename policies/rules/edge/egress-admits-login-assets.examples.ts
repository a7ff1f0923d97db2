import { type Example, UNKNOWN } from "../../engine/example";
import { allowListOf, namesOnly } from "./example-filters";

const known = { scalekitHosts: ["acme.scalekit.com"] };
const where = "firewallPolicy.statefulRuleGroupReferences";

export const examples: readonly Example[] = [
	{
		title: "An allow-list with both hosts",
		verdict: "pass",
		surroundings: known,
		stack: allowListOf([".scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "An allow-list without the fonts",
		verdict: "fail",
		property: where,
		surroundings: known,
		stack: allowListOf([".scalekit.com"]),
	},
	{
		title: "An allow-list with the environment's host alone",
		verdict: "fail",
		property: where,
		surroundings: known,
		stack: allowListOf(["acme.scalekit.com"]),
	},
	{
		title: "A DNS Firewall that answers for both hosts",
		verdict: "pass",
		surroundings: known,
		stack: namesOnly(["*.scalekit.com", "fonts.googleapis.com"]),
	},
	{
		title: "A DNS Firewall that answers for neither",
		verdict: "fail",
		surroundings: known,
		stack: namesOnly(["acme.scalekit.com"]),
	},
	{
		title: "A DNS Firewall that also inspects where the CDN's CNAME records lead",
		verdict: "unknown",
		because: "beyond",
		surroundings: known,
		stack: namesOnly(["*.scalekit.com", "fonts.googleapis.com"], "INSPECT_REDIRECTION_DOMAIN"),
	},
	{
		title: "People's browsers behind the filter, which another rule decides",
		verdict: "not-applicable",
		surroundings: { ...known, browsersBehindEgress: true },
		stack: allowListOf([".scalekit.com"]),
	},
	{
		title: "No sign that anything here uses Scalekit",
		verdict: "unknown",
		because: "elsewhere",
		stack: allowListOf([".amazonaws.com"]),
	},
	{
		title: "Targets not known before the update",
		verdict: "unknown",
		surroundings: known,
		stack: allowListOf(UNKNOWN),
	},
];
