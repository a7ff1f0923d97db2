import { section } from "../section";

export const keyMetrics = section("key-metrics", "Key metrics", [
	{ id: "K1", text: "Sign-ups are counted, and how many people finish them", channels: ["evidence", "attestation"] },
	{ id: "K2", text: "Successful and failed logins are counted", channels: ["api", "evidence"] },
	{ id: "K3", text: "Sessions are counted, and how long they last", channels: ["evidence"] },
	{ id: "K4", text: "Token refreshes are counted", channels: ["attestation"] },
	{ id: "K5", text: "Delivered and failed webhooks are counted", feature: "webhooks", channels: ["evidence", "attestation"] },
]);
