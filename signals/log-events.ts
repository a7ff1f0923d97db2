/** Values of `event` in the functions' log lines, used by queries. Log lines contain no text from outside. */
export const LOG_EVENTS = {
	loginFailed: "login.failed",
	webhookRejected: "webhook.rejected",
	webhookFailed: "webhook.failed",
	eventUnknown: "event.unknown",
	eventMalformed: "event.malformed",
	pollFinished: "poll.finished",
	pollThrottled: "poll.throttled",
	secretMissing: "secret.missing",
	windowTooOld: "window.too-old",
} as const;
