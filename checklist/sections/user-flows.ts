import { section } from "../section";

export const userFlows = section("user-flows", "User management", [
	{
		id: "L52",
		title: "Sign-up collects the profile fields that the product needs",
		feature: "userManagement",
		verifiedBy: ["attestation"],
	},
	{ id: "L53", title: "The invitation flow and its e-mail templates work", feature: "userManagement", verifiedBy: ["evidence"] },
	{ id: "L54", title: "User deletion works and ends the user's sessions", feature: "userManagement", verifiedBy: ["evidence"] },
]);
