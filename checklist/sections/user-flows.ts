import { section } from "../section";

export const userFlows = section("user-flows", "People", [
	{ id: "L52", text: "Sign-up asks for what the product needs to know", feature: "userManagement", channels: ["attestation"] },
	{ id: "L53", text: "An invitation arrives and leads into the product", feature: "userManagement", channels: ["evidence"] },
	{ id: "L54", text: "Deleting a person works and ends their sessions", feature: "userManagement", channels: ["evidence"] },
]);
