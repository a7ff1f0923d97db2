import { section } from "../section";

export const customization = section("customization", "Customization", [
	{ id: "L6", text: "The login page carries the product's brand", channels: ["attestation"] },
	{ id: "L7", text: "E-mails have the product's own wording and look", feature: "emailProvider", channels: ["attestation"] },
	{
		id: "L8",
		text: "The login page answers under the product's own domain",
		feature: "customDomain",
		channels: ["rule", "probe"],
		still: "a probe of the domain's DNS, certificate and issuer",
	},
	{
		id: "L9",
		text: "E-mails go out through the product's own provider",
		feature: "emailProvider",
		channels: ["rule", "attestation"],
		still: "a person's attestation that Scalekit's dashboard names the provider",
	},
	{
		id: "L10",
		text: "E-mails arrive in the inbox, not among the spam",
		channels: ["rule", "evidence", "attestation"],
		still: "a real login e-mail that arrived in an inbox",
	},
	{
		id: "L11",
		text: "The webhook endpoint takes signed events and refuses all others",
		feature: "webhooks",
		channels: ["rule", "probe"],
		still: "a probe that a signed event is taken and an unsigned one refused",
	},
]);
