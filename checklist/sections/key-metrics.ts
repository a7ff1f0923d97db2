import { section } from "../section";

export const keyMetrics = section("key-metrics", "Key metrics", [
	{
		id: "K1",
		text: "Sign-ups are counted, and how many people finish them",
		channels: ["evidence", "attestation"],
		monitoring: "SignupCompleted and MembershipCreated, and SignupStarted where the application emits it",
	},
	{
		id: "K2",
		text: "Successful and failed logins are counted",
		channels: ["api", "evidence"],
		monitoring: "LoginStarted, LoginSucceeded, LoginFailed and LoginAbandoned",
	},
	{
		id: "K3",
		text: "Sessions are counted, and how long they last",
		channels: ["evidence"],
		monitoring: "SessionStarted, SessionEnded and SessionSeconds",
	},
	{
		id: "K4",
		text: "Token refreshes are counted",
		channels: ["attestation"],
		monitoring: "TokenRefreshed and TokenRefreshFailed, where the application emits them",
	},
	{
		id: "K5",
		text: "Delivered and failed webhooks are counted",
		feature: "webhooks",
		channels: ["evidence", "attestation"],
		monitoring: "WebhookAccepted, WebhookDuplicate, WebhookRejected, WebhookFailed and WebhookThrottled",
	},
]);
