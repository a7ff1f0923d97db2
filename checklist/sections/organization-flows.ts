import { section } from "../section";

export const organizationFlows = section("organization-flows", "Organizations", [
	{ id: "L55", text: "An organization can be created", feature: "organizations", channels: ["evidence"] },
	{ id: "L56", text: "People can join an organization and be taken out again", feature: "organizations", channels: ["evidence"] },
	{ id: "L57", text: "Only listed e-mail domains can sign up to an organization", feature: "emailDomainRules", channels: ["api"] },
	{ id: "L58", text: "Someone in several organizations can move between them", feature: "organizations", channels: ["attestation"] },
	{ id: "L59", text: "An organization can be deleted with all that belongs to it", feature: "organizations", channels: ["evidence"] },
]);
