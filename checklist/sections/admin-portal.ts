import { section } from "../section";

export const adminPortal = section("admin-portal", "Enterprise login: admin portal", [
	{ id: "L47", text: "Customers' admins can open the admin portal", feature: "adminPortal", channels: ["api"] },
	{ id: "L48", text: "An admin can set up SSO in the portal unaided", feature: "adminPortal", channels: ["probe", "attestation"] },
	{ id: "L49", text: "Admins can manage their own people", feature: "adminPortal", channels: ["attestation"] },
]);
