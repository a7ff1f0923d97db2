/** All alarms, in the order of the runbook and the dashboard. */
export const ALARM_IDS = [
	"no-successful-logins",
	"failed-login-rate",
	"failed-login-burst",
	"failed-login-sustained",
	"account-burst",
	"organization-burst",
	"abandonment-rate",
	"no-logins",
	"new-country",
	"no-webhooks",
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

/** Alarms that roll back the feature flag during a rollout. */
export const ROLLBACK_ALARMS: readonly AlarmId[] = ["failed-login-rate", "no-successful-logins"];

/** Severities; `alerts.severities` maps each to a topic. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;

export type Severity = (typeof SEVERITIES)[number];
