/** Every alarm of the catalog, in the order in which runbook and dashboard show them. */
export const ALARM_IDS = [
	"nobody-gets-in",
	"failed-login-rate",
	"failed-login-burst",
	"failed-login-sustained",
	"account-burst",
	"organization-burst",
	"abandonment-rate",
	"no-logins",
	"new-country",
	"webhooks-silent",
	"webhook-delivery",
	"webhook-signature-failures",
	"webhooks-throttled",
	"receiver-errors",
	"api-errors",
	"dead-letters",
	"queue-age",
	"worker-errors",
	"unknown-events",
	"malformed-events",
	"poller-stalled",
	"poller-errors",
	"publisher-stalled",
	"publisher-errors",
	"token-refresh-failures",
	"signup-conversion",
	"callback-failures",
] as const;

export type AlarmId = (typeof ALARM_IDS)[number];

/** Alarms that take a flag back while it is rolled out. */
export const ROLLS_BACK: readonly AlarmId[] = ["failed-login-rate", "nobody-gets-in"];

/** How bad it is while an alarm rings; `alerts.severities` says who hears of which. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;

export type Severity = (typeof SEVERITIES)[number];
