import { TOKEN_REFRESHED } from "./application";
import { LOGIN_STARTED, LOGIN_SUCCEEDED } from "./logins";
import type { Metric } from "./metric";
import { POLLER_THROTTLED } from "./poller";
import { SESSION_ENDED, SESSION_SECONDS, SESSION_STARTED } from "./sessions";
import { MEMBERSHIP_CREATED, SIGNUP_COMPLETED, SIGNUP_STARTED } from "./signups";
import { EVENT_HANDLED, WEBHOOK_ACCEPTED, WEBHOOK_DUPLICATE } from "./webhooks";

export interface WithoutAlarm {
	readonly metric: Metric;
	/** A phrase without a full stop. */
	readonly reason: string;
}

/** Metrics without an alarm of their own, with the reason. */
export const WITHOUT_ALARM: readonly WithoutAlarm[] = [
	{ metric: LOGIN_STARTED, reason: "Login volume varies with the product; no-logins and no-successful-logins cover its absence" },
	{ metric: LOGIN_SUCCEEDED, reason: "Covered by the alarm on the failure rate" },
	{ metric: SIGNUP_STARTED, reason: "It is the base of the conversion rate, which has an alarm if the application emits metrics" },
	{
		metric: SIGNUP_COMPLETED,
		reason: "Sign-ups vary with campaigns and weekends; only the conversion rate indicates a fault",
	},
	{ metric: MEMBERSHIP_CREATED, reason: "Invitations vary freely, and a directory's first sync creates thousands of memberships" },
	{ metric: SESSION_STARTED, reason: "A session starts with a successful login, and logins have alarms" },
	{ metric: SESSION_ENDED, reason: "Sessions that expire may send no event, so the count indicates nothing" },
	{ metric: SESSION_SECONDS, reason: "Session duration depends on the product and its settings, not on faults" },
	{ metric: TOKEN_REFRESHED, reason: "Refreshes follow the number of open sessions; failed refreshes have an alarm" },
	{ metric: WEBHOOK_ACCEPTED, reason: "Deliveries follow customer activity; no-webhooks covers their absence" },
	{
		metric: WEBHOOK_DUPLICATE,
		reason: "Scalekit retries deliveries, and a repeated delivery is counted once",
	},
	{ metric: EVENT_HANDLED, reason: "Events follow customer activity; publisher-stalled covers their absence" },
	{ metric: POLLER_THROTTLED, reason: "The poller retries; if it falls behind, poller-stalled fires" },
];
