import { section } from "../section";

export const quickChecks = section("quick-checks", "Quick checks", [
	{
		id: "L1",
		title: "Production workloads use the production environment's URL and client credentials, not those of development or staging",
		verifiedBy: ["rule", "api"],
		remainingEvidence: "a successful token request with the production credentials",
	},
	{
		id: "L2",
		title: "All authentication endpoints are served over HTTPS only",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "an external probe of redirects and TLS versions",
	},
	{
		id: "L3",
		title: "CORS allows only the product's own domains",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a preflight request from a foreign origin that the application rejects",
	},
	{
		id: "L4",
		title: "API credentials are provided at run time, and source code contains none",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "a scan of the repository and its history for credentials, with an attestation of the result",
	},
	{ id: "L5", title: "Only intended login methods are enabled in production", verifiedBy: ["api", "attestation"] },
]);
