import { section } from "../section";

export const rbac = section("rbac", "Roles and permissions", [
	{ id: "L60", text: "Roles and permissions exist as the product needs them", feature: "rbac", channels: ["api"] },
	{ id: "L61", text: "New people start with the intended role", feature: "rbac", channels: ["api"] },
	{ id: "L62", text: "Roles can be given and taken away", feature: "rbac", channels: ["api", "evidence"] },
	{ id: "L63", text: "Code asks for the permission before it acts", feature: "rbac", channels: ["attestation"] },
	{ id: "L64", text: "Each role can do what it should and nothing more", feature: "rbac", channels: ["evidence", "attestation"] },
	{
		id: "L65",
		text: "APIs refuse callers without a token or without the permission",
		feature: "rbac",
		channels: ["rule", "probe"],
		still: "a probe without a token, and one with a role that is not allowed",
	},
]);
