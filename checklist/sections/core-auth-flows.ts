import { section } from "../section";

export const coreAuthFlows = section("core-auth-flows", "Core authentication flows", [
	{ id: "L12", title: "Login initiation redirects to Scalekit with a valid authorization URL", verifiedBy: ["probe"] },
	{
		id: "L13",
		title: "Redirect URLs exactly match those registered in the Scalekit dashboard",
		verifiedBy: ["rule", "probe", "api"],
		remainingEvidence: "a probe that Scalekit accepts the real redirect URL and rejects another",
	},
	{ id: "L14", title: "The authorization code of a completed login is exchanged for tokens", verifiedBy: ["evidence"] },
	{ id: "L15", title: "Callbacks with a missing or wrong state parameter are rejected (CSRF protection)", verifiedBy: ["probe"] },
	{ id: "L16", title: "Session cookies are set with Secure, HttpOnly and SameSite", verifiedBy: ["probe"] },
	{ id: "L17", title: "Token and session lifetimes match the product's security requirements", verifiedBy: ["api", "evidence"] },
	{ id: "L18", title: "Idle sessions time out and tokens refresh automatically", verifiedBy: ["evidence", "attestation"] },
	{ id: "L19", title: "Logout ends the session in the product and at Scalekit", verifiedBy: ["probe", "api"] },
]);
