import { section } from "../section";

export const authMethods = section("auth-methods", "Login methods", [
	{ id: "L20", text: "Password: signing up, logging in and resetting work", feature: "password", channels: ["api", "attestation"] },
	{ id: "L21", text: "Magic link: it arrives, works once and runs out", feature: "magicLink", channels: ["evidence", "attestation"] },
	{ id: "L22", text: "Social login works with every provider on offer", feature: "social", channels: ["evidence", "attestation"] },
	{
		id: "L23",
		text: "Passkeys can be added and used, and people get in without one",
		feature: "passkeys",
		channels: ["evidence", "attestation"],
	},
	{ id: "L24", text: "The choice of login methods looks right", channels: ["attestation"] },
	{ id: "L25", text: "When one method breaks, people still get in by another", channels: ["attestation"] },
]);
