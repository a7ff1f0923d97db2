import { section } from "../section";

export const observability = section("observability", "Observability", [
	{
		id: "L71",
		text: "Something watches Scalekit's auth logs",
		channels: ["rule", "api"],
		still: "a read of the auth logs that Scalekit answers",
	},
	{
		id: "L72",
		text: "Many failed logins, or one from an odd place, alert someone",
		channels: ["rule", "attestation"],
		// A subscription that nobody confirmed looks like any other, and one alarm says nothing about the other kind.
		still: "a person's attestation that a test alert of both kinds reached them",
	},
	{
		id: "L73",
		text: "Webhook traffic is logged and watched",
		feature: "webhooks",
		channels: ["rule", "evidence"],
		still: "a webhook event that was received and logged",
	},
	{
		id: "L74",
		text: "Failed logins show up in error tracking",
		channels: ["rule", "attestation"],
		still: "a person's attestation that the application reports its own login errors",
	},
]);
