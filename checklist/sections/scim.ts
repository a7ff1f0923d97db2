import { section } from "../section";

export const scim = section("scim", "Enterprise authentication: SCIM provisioning", [
	{
		id: "L40",
		title: "A webhook endpoint receives SCIM events",
		docs: "https://docs.scalekit.com/guides/integrations/scim-integrations/",
		feature: "scim",
		verifiedBy: ["rule", "evidence"],
		remainingEvidence: "a SCIM event that the endpoint received",
	},
	{
		id: "L41",
		title: "SCIM events without a valid signature are rejected",
		feature: "scim",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a probe that an unsigned SCIM event is rejected",
	},
	{
		id: "L42",
		title: "A user added in the directory is provisioned automatically",
		feature: "scim",
		verifiedBy: ["evidence", "attestation"],
	},
	{
		id: "L43",
		title: "A user deactivated or deleted in the directory loses access",
		feature: "scim",
		verifiedBy: ["evidence", "attestation"],
	},
	{
		id: "L44",
		title: "Changed profiles and roles in the directory reach the product",
		feature: "scim",
		verifiedBy: ["evidence", "attestation"],
	},
	{ id: "L45", title: "Roles are assigned by directory group and stay in sync", feature: "scim", verifiedBy: ["api"] },
	{
		id: "L46",
		title: "Duplicate users and invalid data in SCIM events are handled",
		feature: "scim",
		verifiedBy: ["probe", "attestation"],
	},
]);
