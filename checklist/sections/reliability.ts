import { section } from "../section";

export const reliability = section("reliability", "Reliability", [
	{
		id: "L75",
		text: "Logs are kept for a set time",
		channels: ["rule"],
		rulesSuffice: true,
		monitoring: "log groups with retention for all that it runs",
	},
	{
		id: "L76",
		text: "Webhooks survive failed and repeated deliveries",
		feature: "webhooks",
		channels: ["probe", "attestation"],
		monitoring: "a queue, five attempts, dead letters that can be sent again, and a ledger in which each event counts once",
	},
	{
		id: "L77",
		text: "A runbook says whom to call, how to go back, who decides",
		channels: ["rule", "attestation"],
		still: "a person's attestation that the runbook names contacts, the way back and who decides",
		monitoring: "a runbook that every alarm links to, with contacts, the way back and what to do about each alarm",
	},
	{
		id: "L78",
		text: "New login flows can be switched off at once",
		channels: ["rule", "attestation"],
		still: "a person's attestation that switching off was tried",
		monitoring: "a feature flag that is taken back when logins fail, and an operator's switch",
	},
]);
