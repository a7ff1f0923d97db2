import * as application from "../../../signals/application";
import * as signups from "../../../signals/signups";
import type { AlarmDefinition } from "./definition";
import { share } from "./metric-query";
import { customMetric } from "./series";
import { NO_DATA_MEANS_NO_FAILURES } from "./specification";

/** Alarms on metrics that the application publishes; created if `application.emits` is true. */
export const applicationAlarms = {
	"token-refresh-failures": {
		requires: "application",
		severity: "medium",
		meaning: "A large share of token refreshes fails: users lose their sessions.",
		steps: [
			"Check the application's log for the refresh error.",
			"If the client secret was rotated in Scalekit, update it in the application.",
			"Check https://scalekit.statuspage.io for a Scalekit incident.",
		],
		specify: ({ service, thresholds }) => ({
			query: share({
				part: ["ko"],
				series: { ok: customMetric(application.TOKEN_REFRESHED, service), ko: customMetric(application.TOKEN_REFRESH_FAILED, service) },
				floor: thresholds["token-refresh-failures-floor"],
				label: "Failed refreshes, percent",
			}),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["token-refresh-failures"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"signup-conversion": {
		requires: "application",
		severity: "low",
		meaning: "Most started sign-ups do not complete.",
		steps: ["Sign up with an e-mail address and with a social login, and note where it fails.", "Check whether e-mails with codes arrive."],
		specify: ({ service, thresholds }) => ({
			query: {
				expression: `IF(FILL(started, 0) >= ${thresholds["signup-conversion-floor"]}, 100 * done / FILL(started, 1), 100)`,
				label: "Completed sign-ups, percent",
				series: { started: customMetric(signups.SIGNUP_STARTED, service), done: customMetric(signups.SIGNUP_COMPLETED, service) },
			},
			period: 300,
			comparison: "below",
			threshold: thresholds["signup-conversion"],
			datapointsToAlarm: 6,
			evaluationPeriods: 8,
			missingData: { treatment: "notBreaching", reason: "An hour without sign-ups is normal" },
		}),
	},
	"callback-failures": {
		requires: "application",
		severity: "medium",
		meaning: "Callbacks from Scalekit create no session.",
		steps: [
			"Check the application's log for the callback error: an invalid state means a lost cookie, a rejected code a wrong secret or redirect URI.",
			'If a new login method was rolled out recently, switch it off (see "Roll back").',
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(application.CALLBACK_FAILED, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["callback-failures"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
} as const satisfies Readonly<Record<string, AlarmDefinition>>;
