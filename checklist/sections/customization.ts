import { section } from "../section";

export const customization = section("customization", "Customization", [
	{ id: "L6", title: "The login page carries the product's logo, colors and styling", verifiedBy: ["attestation"] },
	{
		id: "L7",
		title: "E-mail templates for password reset, sign-up and invitations are customized",
		feature: "emailProvider",
		verifiedBy: ["attestation"],
	},
	{
		id: "L8",
		title: "The hosted login page uses the product's custom domain",
		feature: "customDomain",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a probe of the domain's DNS, certificate and issuer",
	},
	{
		id: "L9",
		title: "An e-mail provider is set up (Dashboard > Customization > Emails)",
		feature: "emailProvider",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "an attestation that the provider is configured in the Scalekit dashboard",
	},
	{
		id: "L10",
		title: "E-mail deliverability is tested: messages reach the inbox, not the spam folder",
		verifiedBy: ["rule", "evidence", "attestation"],
		remainingEvidence: "a login e-mail that reached an inbox",
	},
	{
		id: "L11",
		title: "The webhook endpoint accepts events with a valid signature and rejects all others",
		feature: "webhooks",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a probe with a signed and an unsigned event",
	},
]);
