import { section } from "../section";

export const scim = section("scim", "Enterprise login: directories (SCIM)", [
	{
		id: "L40",
		text: "Directory events reach a webhook endpoint",
		feature: "scim",
		channels: ["rule", "evidence"],
		still: "a directory event that the endpoint received",
	},
	{
		id: "L41",
		text: "Directory events without a valid signature are refused",
		feature: "scim",
		channels: ["rule", "probe"],
		still: "a probe that an unsigned directory event is refused",
	},
	{ id: "L42", text: "A person added in the directory gets an account", feature: "scim", channels: ["evidence", "attestation"] },
	{ id: "L43", text: "A person removed from the directory loses access", feature: "scim", channels: ["evidence", "attestation"] },
	{ id: "L44", text: "Changed profiles and roles arrive from the directory", feature: "scim", channels: ["evidence", "attestation"] },
	{ id: "L45", text: "Directory groups decide roles, and the two stay in step", feature: "scim", channels: ["api"] },
	{ id: "L46", text: "Repeated or malformed directory events do no harm", feature: "scim", channels: ["probe", "attestation"] },
]);
