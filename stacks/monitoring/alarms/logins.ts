import * as logins from "../../../signals/logins";
import type { Entry, Watched } from "./entry";
import { counted } from "./series";
import { LONGEST_WARM_UP, TOLD_ELSEWHERE } from "./specification";
import { countedFrom, share, shareWithin } from "./watch";

const STATUS_PAGE = "Look at https://scalekit.statuspage.io for an incident of Scalekit's.";
const BY_TYPE =
	"On the dashboard, see which type of connection fails: one type is a provider's trouble, all of them are ours or Scalekit's.";
const ROLL_BACK = 'If new ways of logging in were rolled out lately, switch them off (see "Roll back").';
const WHO = 'Run the saved query "failed logins by account"; look the account up in Scalekit\'s dashboard under Auth Logs.';

/** Failed logins, in periods in which they are a share of those that end. */
const failedFrom = ({ service }: Watched, share: number) =>
	countedFrom({
		part: "ko",
		of: { ok: counted(logins.LOGIN_SUCCEEDED, service), ko: counted(logins.LOGIN_FAILED, service) },
		share,
		label: `Failed logins, where they are ${share} percent of all or more`,
	});

/** Alarms on logins that fail, that nobody finishes, or that do not come. */
export const loginAlarms = {
	"nobody-gets-in": {
		needs: "poller",
		severity: "critical",
		meaning: "People begin to log in, and not one of them gets in.",
		steps: [ROLL_BACK, STATUS_PAGE, BY_TYPE, "Try to log in yourself, in a private window, and note the error and the time."],
		specify: ({ service, thresholds }) => ({
			watch: {
				expression: `IF((started >= ${thresholds["nobody-gets-in"]}) AND (ok < 1), 1, 0)`,
				label: "Windows in which nobody got in",
				of: { started: counted(logins.LOGIN_STARTED, service), ok: counted(logins.LOGIN_SUCCEEDED, service) },
			},
			period: 300,
			rings: "at or above",
			threshold: 1,
			breaches: 2,
			of: 3,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"failed-login-rate": {
		needs: "poller",
		severity: "high",
		meaning: "A large share of logins fails.",
		steps: [ROLL_BACK, BY_TYPE, STATUS_PAGE, WHO],
		specify: ({ service, thresholds }) => ({
			watch: share({
				part: ["ko"],
				of: { ok: counted(logins.LOGIN_SUCCEEDED, service), ko: counted(logins.LOGIN_FAILED, service) },
				floor: thresholds["failed-login-rate-floor"],
				label: "Failed logins, percent",
			}),
			period: 300,
			rings: "at or above",
			threshold: thresholds["failed-login-rate"],
			breaches: 2,
			of: 3,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"failed-login-burst": {
		needs: "poller",
		severity: "medium",
		meaning: "Many logins failed within five minutes, and they are a share of all.",
		steps: [
			BY_TYPE,
			WHO,
			"Many accounts with a failure or two each are guessing with stolen passwords: tighten the rate rule on the login paths.",
		],
		specify: (watched) => ({
			watch: failedFrom(watched, watched.thresholds["failed-login-burst-share"]),
			period: 300,
			rings: "at or above",
			threshold: watched.thresholds["failed-login-burst"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"failed-login-sustained": {
		needs: "poller",
		severity: "medium",
		meaning: "For half an hour logins have kept failing, and they are a share of all.",
		steps: [BY_TYPE, WHO, 'Run the saved query "failed logins by connection": one that never succeeds has a wrong certificate or secret.'],
		specify: (watched) => ({
			watch: failedFrom(watched, watched.thresholds["failed-login-sustained-share"]),
			period: 300,
			rings: "at or above",
			threshold: watched.thresholds["failed-login-sustained"],
			breaches: 6,
			of: 8,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"account-burst": {
		needs: "poller",
		severity: "medium",
		meaning: "One account fails to log in again and again.",
		steps: [WHO, "If its owner did not try: revoke the account's sessions in Scalekit, and have the password changed."],
		specify: ({ service, thresholds }) => ({
			watch: counted(logins.ACCOUNT_FAILURES, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["account-burst"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"organization-burst": {
		needs: "poller",
		severity: "medium",
		meaning: "Many logins of one organization fail.",
		steps: [
			'Run the saved query "failed logins by organization".',
			"Look at the organization's connection in Scalekit's dashboard; its identity provider may have changed a certificate or a secret.",
			"If its logins are attacked through the connection, disable the connection in Scalekit.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(logins.ORGANIZATION_FAILURES, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["organization-burst"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"abandonment-rate": {
		needs: "poller",
		severity: "low",
		meaning: `Many people who began to log in ${logins.SETTLED_AFTER_MINUTES} minutes ago have neither succeeded nor failed.`,
		steps: ["Log in yourself as a new and as a known user; see whether mails with codes and links arrive.", BY_TYPE, STATUS_PAGE],
		specify: ({ service, thresholds }) => ({
			watch: shareWithin({
				part: "left",
				all: "settled",
				of: { left: counted(logins.LOGIN_ABANDONED, service), settled: counted(logins.LOGIN_SETTLED, service) },
				floor: thresholds["abandonment-rate-floor"],
				label: "Unfinished logins, percent",
			}),
			period: 300,
			rings: "at or above",
			threshold: thresholds["abandonment-rate"],
			breaches: 3,
			of: 4,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"no-logins": {
		needs: "poller",
		severity: "medium",
		meaning: "For hours nobody has begun to log in.",
		steps: ["Open the product and begin to log in: does the browser come to Scalekit's page?", STATUS_PAGE, ROLL_BACK],
		specify: ({ service, thresholds }) => ({
			watch: counted(logins.LOGIN_STARTED, service),
			period: 3600,
			rings: "below",
			threshold: 1,
			breaches: thresholds["no-logins"],
			of: thresholds["no-logins"],
			missing: {
				data: "breaching",
				because: "It waits for silence, and no data is the deepest of it",
				warmUp: Math.min(60 * thresholds["no-logins"] + 60, LONGEST_WARM_UP),
			},
		}),
	},
	"new-country": {
		needs: "receiver",
		severity: "low",
		meaning: "Somebody has a session from a country in which that user was not seen before.",
		steps: [
			"Look at the latest user.login events in Scalekit's dashboard; ask the user, by another way than mail, whether it was they.",
			"If not: revoke the user's sessions in Scalekit and have the password or the provider's account secured.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(logins.NEW_COUNTRY_LOGIN, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["new-country"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
} as const satisfies Readonly<Record<string, Entry>>;
