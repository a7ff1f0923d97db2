import { section } from "../section";

export const reliability = section("reliability", "Reliability", [
	{
		id: "L75",
		title: "Log retention is configured",
		verifiedBy: ["rule"],
		rulesSuffice: true,
		monitoring: "log groups with retention for its own logs",
	},
	{
		id: "L76",
		title: "Webhook delivery and retries are tested",
		feature: "webhooks",
		verifiedBy: ["probe", "attestation"],
		monitoring: "a queue, five delivery attempts, a dead-letter queue that can be redriven, and deduplication of events",
	},
	{
		id: "L77",
		title: "An incident response runbook documents contacts, rollback steps and escalation path",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "an attestation that the runbook names contacts, rollback steps and escalation path",
		monitoring: "a runbook that every alarm links to, with contacts, rollback steps and the response to each alarm",
	},
	{
		id: "L78",
		title: "A rollback plan is ready: a feature flag can disable new authentication flows",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "an attestation that the rollback was tested",
		monitoring: "a feature flag that is rolled back automatically when logins fail, and an operator's switch",
	},
]);
