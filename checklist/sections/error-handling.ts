import { section } from "../section";

export const errorHandling = section("error-handling", "Error handling", [
	{ id: "L26", text: "An expired token is refused cleanly, without a server error", channels: ["probe"] },
	{ id: "L27", text: "A made-up code gets no session", channels: ["probe"] },
	{ id: "L28", text: "When Scalekit cannot be reached, people read a helpful message", channels: ["probe", "attestation"] },
	{ id: "L29", text: "The whole journey has worked in staging first", channels: ["evidence", "attestation"] },
]);
