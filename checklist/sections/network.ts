import { section } from "../section";

const still = "a probe of the domain from inside that network";

export const network = section("network", "Enterprise login: customers' networks", [
	{
		id: "D1",
		text: "Filters let <env>.scalekit.com through: login and portal",
		feature: "firewalledCustomers",
		channels: ["rule", "probe"],
		still,
	},
	{
		id: "D2",
		text: "Filters let cdn.scalekit.com through: page assets",
		feature: "firewalledCustomers",
		channels: ["rule", "probe"],
		still,
	},
	{ id: "D3", text: "Filters let fonts.googleapis.com through: fonts", feature: "firewalledCustomers", channels: ["rule", "probe"], still },
	{
		id: "L50",
		text: "Each customer's firewall is open for these domains",
		feature: "firewalledCustomers",
		channels: ["rule", "attestation"],
		still: "each such customer's word that their own firewall is open",
	},
	{ id: "L51", text: "SSO has worked from inside a customer's network", feature: "sso", channels: ["evidence", "attestation"] },
]);
