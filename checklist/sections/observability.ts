import { section } from "../section";

export const observability = section("observability", "Observability", [
	{
		id: "L71",
		title: "Auth logs are monitored (Dashboard > Auth Logs)",
		verifiedBy: ["rule", "api"],
		remainingEvidence: "a successful call to Scalekit's auth-logs API",
		monitoring: "a poller that reads the auth logs every minute, and an alarm that fires if it stops",
	},
	{
		id: "L72",
		title: "Suspicious activity raises alerts: repeated failed logins and logins from unusual locations",
		verifiedBy: ["rule", "attestation"],
		// The stack does not show whether a subscription is confirmed, and an alarm of one type does not prove the other.
		remainingEvidence: "an attestation that a test alert of each kind was received",
		monitoring:
			"alarms on the number and rate of failed logins, on failed logins per account and per organization, and on sessions from a country that is new for the user",
	},
	{
		id: "L73",
		title: "Webhook events are monitored and logged",
		feature: "webhooks",
		verifiedBy: ["rule", "evidence"],
		remainingEvidence: "a webhook event that was received and logged",
		monitoring: "an access log, metrics for every delivery, and alarms on failed or missing deliveries",
	},
	{
		id: "L74",
		title: "Authentication failures are reported to error tracking",
		verifiedBy: ["rule", "attestation"],
		remainingEvidence: "an attestation that the application reports its own login errors",
		monitoring: "failed logins in the poller's log, and a metric and an alarm for callback errors that the application reports",
	},
]);
