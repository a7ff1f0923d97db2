import { section } from "../section";

export const errorHandling = section("error-handling", "Error handling", [
	{ id: "L26", title: "Expired tokens are rejected without a server error", verifiedBy: ["probe"] },
	{ id: "L27", title: "Invalid authorization codes are rejected", verifiedBy: ["probe"] },
	{ id: "L28", title: "If Scalekit cannot be reached, users see a helpful error message", verifiedBy: ["probe", "attestation"] },
	{ id: "L29", title: "The complete flow was tested in staging first", verifiedBy: ["evidence", "attestation"] },
]);
