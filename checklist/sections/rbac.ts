import { section } from "../section";

export const rbac = section("rbac", "RBAC", [
	{ id: "L60", title: "Roles and permissions are defined and created", feature: "rbac", verifiedBy: ["api"] },
	{ id: "L61", title: "New users get the intended default role", feature: "rbac", verifiedBy: ["api"] },
	{ id: "L62", title: "Roles can be assigned to users and organization members", feature: "rbac", verifiedBy: ["api", "evidence"] },
	{ id: "L63", title: "Application code checks permissions before it acts", feature: "rbac", verifiedBy: ["attestation"] },
	{ id: "L64", title: "Access control is tested for every role", feature: "rbac", verifiedBy: ["evidence", "attestation"] },
	{
		id: "L65",
		title: "API endpoints reject callers without a token or without the permission",
		feature: "rbac",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a probe without a token, and one with a role that lacks the permission",
	},
]);
