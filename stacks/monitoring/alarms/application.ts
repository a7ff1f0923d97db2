import * as application from "../../../signals/application";
import * as signups from "../../../signals/signups";
import type { Entry } from "./entry";
import { counted } from "./series";
import { NO_FAILURES } from "./specification";
import { share } from "./watch";

/** Alarms on what only the application can tell; made where it does. */
export const applicationAlarms = {
	"token-refresh-failures": {
		needs: "application",
		severity: "medium",
		meaning: "A large share of token refreshes fails: people are thrown out of their sessions.",
		steps: [
			"Read the application's log for the error of the refresh.",
			"A client secret that was changed in Scalekit has to be changed in the application too.",
			"Look at https://scalekit.statuspage.io for an incident of Scalekit's.",
		],
		specify: ({ service, thresholds }) => ({
			watch: share({
				part: ["ko"],
				of: { ok: counted(application.TOKEN_REFRESHED, service), ko: counted(application.TOKEN_REFRESH_FAILED, service) },
				floor: thresholds["token-refresh-failures-floor"],
				label: "Failed refreshes, percent",
			}),
			period: 300,
			rings: "at or above",
			threshold: thresholds["token-refresh-failures"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
	"signup-conversion": {
		needs: "application",
		severity: "low",
		meaning: "People begin to sign up and hardly anybody finishes.",
		steps: [
			"Sign up yourself, with an address of your own and with a social login; see where it ends.",
			"See whether mails with codes arrive.",
		],
		specify: ({ service, thresholds }) => ({
			watch: {
				expression: `IF(FILL(started, 0) >= ${thresholds["signup-conversion-floor"]}, 100 * done / FILL(started, 1), 100)`,
				label: "Finished sign-ups, percent",
				of: { started: counted(signups.SIGNUP_STARTED, service), done: counted(signups.SIGNUP_COMPLETED, service) },
			},
			period: 300,
			rings: "below",
			threshold: thresholds["signup-conversion"],
			breaches: 6,
			of: 8,
			missing: { data: "notBreaching", because: "Nobody who signs up is a quiet hour, not a fault" },
		}),
	},
	"callback-failures": {
		needs: "application",
		severity: "medium",
		meaning: "People come back from Scalekit and get no session.",
		steps: [
			"Read the application's log for the error of the callback: a wrong state is a lost cookie, a refused code a wrong secret or redirect URI.",
			'If new ways of logging in were rolled out lately, switch them off (see "Roll back").',
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(application.CALLBACK_FAILED, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["callback-failures"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
} as const satisfies Readonly<Record<string, Entry>>;
