import { section } from "../section";

export const observability = section("observability", "Observability", [
	{
		id: "L71",
		text: "Something watches Scalekit's auth logs",
		channels: ["rule", "api"],
		still: "a read of the auth logs that Scalekit answers",
		monitoring: "a poller that reads them every minute, and an alarm that rings where it does not",
	},
	{
		id: "L72",
		text: "Many failed logins, or one from an odd place, alert someone",
		channels: ["rule", "attestation"],
		// A subscription that nobody confirmed looks like any other, and one alarm says nothing about the other kind.
		still: "a person's attestation that a test alert of both kinds reached them",
		monitoring:
			"alarms on bursts and shares of failed logins, on single accounts and organizations, and on sessions from a country that is new for their user",
	},
	{
		id: "L73",
		text: "Webhook traffic is logged and watched",
		feature: "webhooks",
		channels: ["rule", "evidence"],
		still: "a webhook event that was received and logged",
		monitoring: "an access log and a count of every delivery, and alarms on those that fail or stay away",
	},
	{
		id: "L74",
		text: "Failed logins show up in error tracking",
		channels: ["rule", "attestation"],
		still: "a person's attestation that the application reports its own login errors",
		monitoring: "failed logins in the poller's log, and a counter and an alarm for callbacks that the application says have failed",
	},
]);
