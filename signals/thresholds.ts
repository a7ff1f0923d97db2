import { SETTLED_AFTER_MINUTES } from "./logins";

/** The threshold of an alarm, or a floor below which it does not fire. */
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

/** A floor, so that a single failure at night is not 100 percent. */
const floor = (value: number, unit: Threshold["unit"], of: string): Threshold => ({
	default: value,
	unit,
	meaning: `${of} in five minutes below which the alarm does not fire`,
});

const share = (value: number, meaning: string): Threshold => ({ default: value, unit: "percent", meaning, highest: 100 });

/** Thresholds by name: the alarm's id, with a suffix if the alarm has several. */
export const THRESHOLDS = {
	"failed-login-burst": { default: 30, unit: "logins", meaning: "Failed logins in five minutes" },
	"failed-login-burst-share": share(20, "Minimum share of failed among completed logins"),
	"failed-login-rate": share(50, "Share of logins that fail"),
	"failed-login-rate-floor": floor(20, "logins", "Completed logins"),
	"failed-login-sustained": { default: 10, unit: "logins", meaning: "Failed logins in each five-minute period" },
	"failed-login-sustained-share": share(20, "Minimum share of failed among completed logins"),
	"account-burst": { default: 10, unit: "logins", meaning: "Failed logins of one account in five minutes" },
	"organization-burst": { default: 20, unit: "logins", meaning: "Failed logins of one organization in five minutes" },
	"no-successful-logins": { default: 10, unit: "logins", meaning: "Logins started in five minutes of which none succeeds" },
	"abandonment-rate": share(60, "Share of logins that are abandoned"),
	"abandonment-rate-floor": floor(20, "logins", `Logins started ${SETTLED_AFTER_MINUTES} minutes earlier`),
	"new-country": { default: 1, unit: "sessions", meaning: "Sessions from a country that is new for the user, in five minutes" },
	"webhook-signature-failures": { default: 5, unit: "deliveries", meaning: "Deliveries with an invalid signature in five minutes" },
	"webhook-delivery": share(20, "Share of deliveries that are rejected or fail"),
	"webhook-delivery-floor": floor(10, "deliveries", "Deliveries"),
	"receiver-errors": { default: 1, unit: "runs", meaning: "Receiver invocations that end with an error, in five minutes" },
	"api-errors": { default: 5, unit: "requests", meaning: "Requests that the API answers with 5xx, in five minutes" },
	"webhooks-throttled": {
		default: 1,
		unit: "deliveries",
		meaning: "Deliveries that the API throttles, in five minutes",
	},
	"worker-errors": { default: 1, unit: "runs", meaning: "Worker invocations that end with an error, in five minutes" },
	"dead-letters": { default: 1, unit: "messages", meaning: "Messages in the dead-letter queue" },
	"queue-age": { default: 900, unit: "seconds", meaning: "Age of the oldest event in the queue" },
	"no-webhooks": { default: 1, unit: "logins", meaning: "Logins in five minutes, in each of three hours without a webhook" },
	// A weekend without logins is normal: Friday evening to Monday morning is 62 hours.
	"no-logins": { default: 72, unit: "hours", meaning: "Hours without a started login", highest: 168 },
	"poller-stalled": { default: 300, unit: "seconds", meaning: "Lag of the poller behind the authentication logs" },
	"poller-errors": { default: 3, unit: "runs", meaning: "Poller invocations that end with an error, in five minutes" },
	"publisher-errors": { default: 3, unit: "runs", meaning: "Publisher invocations that end with an error, in five minutes" },
	"unknown-events": { default: 1, unit: "events", meaning: "Events of unknown type in five minutes" },
	"malformed-events": { default: 1, unit: "events", meaning: "Events that do not match the documented schema, in five minutes" },
	"token-refresh-failures": share(20, "Share of token refreshes that fail"),
	"token-refresh-failures-floor": floor(20, "refreshes", "Token refreshes"),
	"signup-conversion": share(10, "Share of started sign-ups that complete; the alarm fires below it"),
	"signup-conversion-floor": floor(5, "sign-ups", "Sign-ups started"),
	"callback-failures": { default: 5, unit: "logins", meaning: "Callbacks that create no session, in five minutes" },
} as const satisfies Readonly<Record<string, Threshold>>;

export type ThresholdName = keyof typeof THRESHOLDS;

/** The thresholds of one deployment. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;
