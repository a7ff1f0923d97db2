import { section } from "../section";

export const sso = section("sso", "Enterprise login: SSO", [
	{ id: "L30", text: "SSO works with each identity provider that customers use", feature: "sso", channels: ["evidence", "attestation"] },
	{ id: "L31", text: "E-mail, name and groups arrive from the identity provider", feature: "sso", channels: ["api"] },
	{ id: "L32", text: "SSO works when started here and when started at the provider", feature: "sso", channels: ["probe", "attestation"] },
	{ id: "L33", text: "A broken SSO connection ends in a clear message", feature: "sso", channels: ["probe", "attestation"] },
	{
		id: "L34",
		text: "SSO lets new and known people in and keeps deactivated ones out",
		feature: "sso",
		channels: ["evidence", "attestation"],
	},
]);
