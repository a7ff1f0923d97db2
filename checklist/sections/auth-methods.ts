import { section } from "../section";

export const authMethods = section("auth-methods", "Authentication methods", [
	{
		id: "L20",
		title: "E-mail and password: users can sign up, log in and reset the password",
		feature: "password",
		verifiedBy: ["api", "attestation"],
	},
	{
		id: "L21",
		title: "Magic link: the e-mail arrives, and the link is single-use and expires",
		feature: "magicLink",
		verifiedBy: ["evidence", "attestation"],
	},
	{
		id: "L22",
		title: "Social login works with each provider in use (Google, Microsoft, GitHub and others)",
		docs: "https://docs.scalekit.com/guides/integrations/social-connections/",
		feature: "social",
		verifiedBy: ["evidence", "attestation"],
	},
	{
		id: "L23",
		title: "Passkeys can be registered and used, with a fallback to another method",
		feature: "passkeys",
		verifiedBy: ["evidence", "attestation"],
	},
	{ id: "L24", title: "The page for choosing a login method renders correctly", verifiedBy: ["attestation"] },
	{ id: "L25", title: "If a login method fails, users can fall back to another one", verifiedBy: ["attestation"] },
]);
