import { section } from "../section";

export const organizationFlows = section("organization-flows", "Organization management", [
	{ id: "L55", title: "Organization creation works", feature: "organizations", verifiedBy: ["evidence"] },
	{ id: "L56", title: "Users can be added to and removed from organizations", feature: "organizations", verifiedBy: ["evidence"] },
	{ id: "L57", title: "Organization sign-up is limited to allowed e-mail domains", feature: "emailDomainRules", verifiedBy: ["api"] },
	{ id: "L58", title: "Users in several organizations can switch between them", feature: "organizations", verifiedBy: ["attestation"] },
	{ id: "L59", title: "Organization deletion works and removes its data", feature: "organizations", verifiedBy: ["evidence"] },
]);
