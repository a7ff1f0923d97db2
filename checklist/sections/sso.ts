import { section } from "../section";

export const sso = section("sso", "Enterprise authentication: SSO", [
	{
		id: "L30",
		title: "SSO is tested with each target identity provider (Okta, Microsoft Entra ID, formerly Azure AD, and Google Workspace)",
		docs: "https://docs.scalekit.com/guides/integrations/sso-integrations/",
		feature: "sso",
		verifiedBy: ["evidence", "attestation"],
	},
	{ id: "L31", title: "User attributes (email, name, groups) are mapped from the identity provider", feature: "sso", verifiedBy: ["api"] },
	{ id: "L32", title: "SSO works both IdP-initiated and SP-initiated", feature: "sso", verifiedBy: ["probe", "attestation"] },
	{
		id: "L33",
		title: "A misconfigured SSO connection results in a clear error message",
		feature: "sso",
		verifiedBy: ["probe", "attestation"],
	},
	{
		id: "L34",
		title: "SSO is tested with new, existing and deactivated users",
		feature: "sso",
		verifiedBy: ["evidence", "attestation"],
	},
]);
