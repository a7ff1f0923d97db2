import { section } from "../section";

export const reliability = section("reliability", "Reliability", [
	{ id: "L75", text: "Logs are kept for a set time", channels: ["rule"], rulesSuffice: true },
	{ id: "L76", text: "Webhooks survive failed and repeated deliveries", feature: "webhooks", channels: ["probe", "attestation"] },
	{
		id: "L77",
		text: "A runbook says whom to call, how to go back, who decides",
		channels: ["rule", "attestation"],
		still: "a person's attestation that the runbook names contacts, the way back and who decides",
	},
	{
		id: "L78",
		text: "New login flows can be switched off at once",
		channels: ["rule", "attestation"],
		still: "a person's attestation that switching off was tried",
	},
]);
