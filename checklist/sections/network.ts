import { section } from "../section";

const remainingEvidence = "a probe of the domain from inside that network";

export const network = section("network", "Enterprise authentication: network and firewall", [
	{
		id: "D1",
		title: "Egress filters allow <your-env>.scalekit.com (authentication and admin portal)",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "D2",
		title: "Egress filters allow cdn.scalekit.com (static assets)",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "D3",
		title: "Egress filters allow fonts.googleapis.com (fonts)",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "probe"],
		remainingEvidence,
	},
	{
		id: "L50",
		title: "Customers' firewalls allow the Scalekit domains",
		feature: "firewalledCustomers",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "confirmation from each such customer that their firewall allows the domains",
	},
	{ id: "L51", title: "SSO is tested from a customer's network", feature: "sso", verifiedBy: ["evidence", "attestation"] },
]);
