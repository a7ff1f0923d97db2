import { section } from "../section";

export const keyMetrics = section("key-metrics", "Key metrics", [
	{
		id: "K1",
		title: "Sign-up conversion and the number of sign-ups are measured",
		verifiedBy: ["evidence", "attestation"],
		monitoring: "SignupCompleted and MembershipCreated, and SignupStarted if the application emits it",
	},
	{
		id: "K2",
		title: "Login success and failure rates are measured",
		verifiedBy: ["api", "evidence"],
		monitoring: "LoginStarted, LoginSucceeded, LoginFailed and LoginAbandoned",
	},
	{
		id: "K3",
		title: "Session creation and session duration are measured",
		verifiedBy: ["evidence"],
		monitoring: "SessionStarted, SessionEnded and SessionSeconds",
	},
	{
		id: "K4",
		title: "Token refresh frequency is measured",
		verifiedBy: ["attestation"],
		monitoring: "TokenRefreshed and TokenRefreshFailed, if the application emits them",
	},
	{
		id: "K5",
		title: "The success rate of webhook deliveries is measured",
		feature: "webhooks",
		verifiedBy: ["evidence", "attestation"],
		monitoring: "WebhookAccepted, WebhookDuplicate, WebhookRejected, WebhookFailed and WebhookThrottled",
	},
]);
