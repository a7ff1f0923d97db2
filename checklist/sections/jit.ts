import { section } from "../section";

export const jit = section("jit", "Enterprise authentication: JIT provisioning", [
	{ id: "L35", title: "All organization domains are registered for JIT provisioning", feature: "jit", verifiedBy: ["api"] },
	{
		id: "L36",
		title: "All SSO connections use the same user identifier (email or userPrincipalName)",
		feature: "jit",
		verifiedBy: ["api", "attestation"],
	},
	{ id: "L37", title: "JIT-provisioned users get the intended default role", feature: "jit", verifiedBy: ["api"] },
	{
		id: "L38",
		title: 'User attributes are synchronized at each login (setting "Sync user attributes")',
		feature: "jit",
		verifiedBy: ["api"],
	},
	{
		id: "L39",
		title: "Contractors and external users with other e-mail domains are invited manually",
		feature: "jit",
		verifiedBy: ["attestation"],
	},
]);
