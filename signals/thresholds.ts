import { SETTLED_AFTER_MINUTES } from "./logins";

/** A number at which an alarm rings, or below which it says nothing. */
export interface Threshold {
	readonly default: number;
	readonly unit:
		| "logins"
		| "sessions"
		| "deliveries"
		| "requests"
		| "runs"
		| "events"
		| "messages"
		| "sign-ups"
		| "refreshes"
		| "percent"
		| "seconds"
		| "hours";
	readonly meaning: string;
	readonly highest?: number;
}

/** A floor keeps one failure at night from being 100 percent (reference/monitoring.md §4.3). */
const floor = (value: number, unit: Threshold["unit"], of: string): Threshold => ({
	default: value,
	unit,
	meaning: `${of} in five minutes below which the share says nothing`,
});

const share = (value: number, meaning: string): Threshold => ({ default: value, unit: "percent", meaning, highest: 100 });

/** What each alarm compares with, by name: that of the alarm, or of the alarm with what is meant behind it. */
export const THRESHOLDS = {
	"failed-login-burst": { default: 30, unit: "logins", meaning: "Failed logins in five minutes" },
	"failed-login-burst-share": share(20, "Share of finished logins below which failed ones are no burst"),
	"failed-login-rate": share(50, "Share of logins that fail"),
	"failed-login-rate-floor": floor(20, "logins", "Finished logins"),
	"failed-login-sustained": { default: 10, unit: "logins", meaning: "Failed logins in each of several five minutes" },
	"failed-login-sustained-share": share(20, "Share of finished logins below which failed ones are the usual ones"),
	"account-burst": { default: 10, unit: "logins", meaning: "Failed logins of one account in five minutes" },
	"organization-burst": { default: 20, unit: "logins", meaning: "Failed logins of one organization in five minutes" },
	"nobody-gets-in": { default: 10, unit: "logins", meaning: "Logins begun in five minutes of which none succeeds" },
	"abandonment-rate": share(60, "Share of logins that are left unfinished"),
	"abandonment-rate-floor": floor(20, "logins", `Logins begun ${SETTLED_AFTER_MINUTES} minutes before`),
	"new-country": { default: 1, unit: "sessions", meaning: "Sessions from a country that is new for their user, in five minutes" },
	"webhook-signature-failures": { default: 5, unit: "deliveries", meaning: "Deliveries with a wrong signature in five minutes" },
	"webhook-delivery": share(20, "Share of deliveries that are not taken"),
	"webhook-delivery-floor": floor(10, "deliveries", "Deliveries"),
	"receiver-errors": { default: 1, unit: "runs", meaning: "Runs of the receiver that end with an error, in five minutes" },
	"api-errors": { default: 5, unit: "requests", meaning: "Requests that the API answers with 5xx, in five minutes" },
	"webhooks-throttled": {
		default: 1,
		unit: "deliveries",
		meaning: "Deliveries that the API turns away for coming too fast, in five minutes",
	},
	"worker-errors": { default: 1, unit: "runs", meaning: "Runs of the worker that end with an error, in five minutes" },
	"dead-letters": { default: 1, unit: "messages", meaning: "Events that were given up" },
	"queue-age": { default: 900, unit: "seconds", meaning: "How long the oldest event waits" },
	"webhooks-silent": { default: 1, unit: "logins", meaning: "Logins in five minutes, in each of three hours in which no webhook comes" },
	// A weekend at which nobody works is no fault: from Friday evening to Monday morning it is 62 hours.
	"no-logins": { default: 72, unit: "hours", meaning: "How long nobody begins to log in", highest: 168 },
	"poller-stalled": { default: 300, unit: "seconds", meaning: "How far the reading of authentication logs is behind" },
	"poller-errors": { default: 3, unit: "runs", meaning: "Runs of the poller that end with an error, in five minutes" },
	"publisher-errors": { default: 3, unit: "runs", meaning: "Runs of the publisher that end with an error, in five minutes" },
	"unknown-events": { default: 1, unit: "events", meaning: "Events of an unknown type in five minutes" },
	"malformed-events": { default: 1, unit: "events", meaning: "Events that are not shaped as documented, in five minutes" },
	"token-refresh-failures": share(20, "Share of token refreshes that fail"),
	"token-refresh-failures-floor": floor(20, "refreshes", "Token refreshes"),
	"signup-conversion": share(10, "Share of begun sign-ups that are finished, below which it rings"),
	"signup-conversion-floor": floor(5, "sign-ups", "Sign-ups begun"),
	"callback-failures": { default: 5, unit: "logins", meaning: "Returns from Scalekit that end without a session, in five minutes" },
} as const satisfies Readonly<Record<string, Threshold>>;

export type ThresholdName = keyof typeof THRESHOLDS;

/** What holds in one monitoring. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;
