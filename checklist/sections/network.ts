import { section } from "../section";

const remainingEvidence = "a probe of the domain from inside that network";

export const network = section("network", "Enterprise authentication: network and firewall", [
	{
		id: "D1",
		title: "Egress filters allow <env>.scalekit.com (authentication and admin portal)",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "D2",
		title: "Egress filters allow cdn.scalekit.com for static assets",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "D3",
		title: "Egress filters allow fonts.googleapis.com for fonts",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "L50",
		title: "Customers' firewalls allow the Scalekit domains",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "a confirmation from each such customer that their firewall allows the domains",
	},
	{ id: "L51", title: "SSO is tested from a customer's network", feature: "sso", verifiedBy: ["evidence", "attestation"] },
]);
