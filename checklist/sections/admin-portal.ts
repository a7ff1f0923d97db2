import { section } from "../section";

export const adminPortal = section("admin-portal", "Enterprise authentication: admin portal", [
	{ id: "L47", title: "Administrators of enterprise customers can open the admin portal", feature: "adminPortal", verifiedBy: ["api"] },
	{
		id: "L48",
		title: "An administrator can configure SSO in the admin portal without assistance",
		feature: "adminPortal",
		verifiedBy: ["probe", "attestation"],
	},
	{ id: "L49", title: "Administrators can manage users in the admin portal", feature: "adminPortal", verifiedBy: ["attestation"] },
]);
