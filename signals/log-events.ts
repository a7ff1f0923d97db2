/** Values of `event` in the functions' log lines, for queries; no line holds anything that a sender wrote. */
export const LOG_EVENTS = {
	loginFailed: "login.failed",
	webhookRejected: "webhook.rejected",
	webhookFailed: "webhook.failed",
	eventUnknown: "event.unknown",
	eventMalformed: "event.malformed",
	pollFinished: "poll.finished",
	pollThrottled: "poll.throttled",
	secretNotFilled: "secret.not-filled",
	windowTooOld: "window.too-old",
} as const;
