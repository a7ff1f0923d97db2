import { section } from "../section";

export const quickChecks = section("quick-checks", "Quick checks", [
	{
		id: "L1",
		text: "Workloads use the production environment with its own credentials",
		channels: ["rule", "api"],
		still: "a token request with the production credentials that Scalekit answers",
	},
	{
		id: "L2",
		text: "Everything that takes part in a login answers over HTTPS only",
		channels: ["rule", "probe"],
		still: "a probe from outside of the redirects and TLS versions that people really get",
	},
	{
		id: "L3",
		text: "Only the product's own origins pass CORS",
		channels: ["rule", "probe"],
		still: "a preflight request from a foreign origin that the application itself refuses",
	},
	{
		id: "L4",
		text: "Secrets reach workloads at run time; source code holds none",
		channels: ["rule", "attestation"],
		still: "a scan of the repository and its history for credentials, with a person's word for it",
	},
	{ id: "L5", text: "No login method is on that nobody decided to offer", channels: ["api", "attestation"] },
]);
