import { section } from "../section";

export const coreAuthFlows = section("core-auth-flows", "Core login flow", [
	{ id: "L12", text: "Starting a login leads to Scalekit with a complete request", channels: ["probe"] },
	{
		id: "L13",
		text: "Callback addresses are the very ones registered with Scalekit",
		channels: ["rule", "probe", "api"],
		still: "a probe that Scalekit takes the real callback address and refuses another",
	},
	{ id: "L14", text: "A finished login trades its code for tokens", channels: ["evidence"] },
	{ id: "L15", text: "A callback without the state it was sent with is refused", channels: ["probe"] },
	{ id: "L16", text: "Session cookies have all three flags: Secure, HttpOnly, SameSite", channels: ["probe"] },
	{ id: "L17", text: "Tokens and sessions live as long as decided, no longer", channels: ["api", "evidence"] },
	{ id: "L18", text: "Tokens renew themselves, and an idle session ends", channels: ["evidence", "attestation"] },
	{ id: "L19", text: "Logging out ends the session here and at Scalekit", channels: ["probe", "api"] },
]);
