import { TOKEN_REFRESHED } from "./application";
import { LOGIN_STARTED, LOGIN_SUCCEEDED } from "./logins";
import type { Metric } from "./metric";
import { POLLER_THROTTLED } from "./poller";
import { SESSION_ENDED, SESSION_SECONDS, SESSION_STARTED } from "./sessions";
import { MEMBERSHIP_CREATED, SIGNUP_COMPLETED, SIGNUP_STARTED } from "./signups";
import { EVENT_HANDLED, WEBHOOK_ACCEPTED, WEBHOOK_DUPLICATE } from "./webhooks";

export interface WithoutAlarm {
	readonly metric: Metric;
	/** A sentence without a full stop. */
	readonly because: string;
}

/** Metrics on whose own number no alarm makes sense, each with its reason. */
export const WITHOUT_ALARM: readonly WithoutAlarm[] = [
	{ metric: LOGIN_STARTED, because: "How many people come is the product's business; that nobody comes or gets in has alarms" },
	{ metric: LOGIN_SUCCEEDED, because: "Success is the other half of the failure rate, which has one" },
	{ metric: SIGNUP_STARTED, because: "It is the base of the conversion, which has one where the application counts it" },
	{
		metric: SIGNUP_COMPLETED,
		because: "Sign-ups come and go with campaigns and weekends; only their share of those begun tells of a fault",
	},
	{ metric: MEMBERSHIP_CREATED, because: "Customers invite whom they like and when they like; a directory's first sync makes thousands" },
	{ metric: SESSION_STARTED, because: "A session begins with a login that succeeds, and logins have alarms" },
	{ metric: SESSION_ENDED, because: "Sessions that run out may tell nobody, so that their number is no sign of anything" },
	{ metric: SESSION_SECONDS, because: "How long sessions last changes with the product and its settings, not with faults of it" },
	{ metric: TOKEN_REFRESHED, because: "Refreshes follow the number of open sessions; those that fail have an alarm" },
	{ metric: WEBHOOK_ACCEPTED, because: "Deliveries follow what customers do; that none comes while people log in has an alarm" },
	{
		metric: WEBHOOK_DUPLICATE,
		because: "Scalekit delivers again whenever it is not sure, and a delivery that comes twice is counted once",
	},
	{ metric: EVENT_HANDLED, because: "Events follow what customers do; that they are not counted any more has an alarm" },
	{ metric: POLLER_THROTTLED, because: "The poller waits and goes on; once it does not catch up, the alarm on its lag rings" },
];
