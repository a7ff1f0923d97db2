import { section } from "../section";

export const jit = section("jit", "Enterprise login: creation at first login (JIT)", [
	{ id: "L35", text: "Every organization's e-mail domains are registered and verified", feature: "jit", channels: ["api"] },
	{ id: "L36", text: "All SSO connections know a person by the same attribute", feature: "jit", channels: ["api", "attestation"] },
	{ id: "L37", text: "A person created at first login gets the intended role", feature: "jit", channels: ["api"] },
	{ id: "L38", text: "Each login brings the person's attributes up to date", feature: "jit", channels: ["api"] },
	{ id: "L39", text: "People outside the customer's domains have a way in", feature: "jit", channels: ["attestation"] },
]);
