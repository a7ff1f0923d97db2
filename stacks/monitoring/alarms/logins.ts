import * as logins from "../../../signals/logins";
import type { AlarmContext, AlarmDefinition } from "./definition";
import { countIfShare, share, shareWithin } from "./metric-query";
import { customMetric } from "./series";
import { COVERED_BY_HEARTBEAT_ALARM, MAX_WARM_UP_MINUTES } from "./specification";

const STATUS_PAGE = "Check https://scalekit.statuspage.io for a Scalekit incident.";
const BY_TYPE =
	"On the dashboard, check which connection type fails: a single type points to the provider, all types to the application or Scalekit.";
const ROLL_BACK = 'If a new login method was rolled out recently, switch it off (see "Roll back").';
const WHO = 'Run the saved query "failed logins by account" and look the account up in the Scalekit dashboard under Auth Logs.';

/** Failed logins, in periods in which they reach a share of the completed ones. */
const failedFrom = ({ service }: AlarmContext, share: number) =>
	countIfShare({
		part: "ko",
		series: { ok: customMetric(logins.LOGIN_SUCCEEDED, service), ko: customMetric(logins.LOGIN_FAILED, service) },
		share,
		label: `Failed logins, if at least ${share} percent of all`,
	});

/** Alarms on failed, abandoned and absent logins. */
export const loginAlarms = {
	"no-successful-logins": {
		requires: "poller",
		severity: "critical",
		meaning: "Logins start, and none succeeds.",
		steps: [ROLL_BACK, STATUS_PAGE, BY_TYPE, "Log in yourself in a private window, and note the error and the time."],
		specify: ({ service, thresholds }) => ({
			query: {
				expression: `IF((started >= ${thresholds["no-successful-logins"]}) AND (ok < 1), 1, 0)`,
				label: "Windows without a successful login",
				series: { started: customMetric(logins.LOGIN_STARTED, service), ok: customMetric(logins.LOGIN_SUCCEEDED, service) },
			},
			period: 300,
			comparison: "at or above",
			threshold: 1,
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"failed-login-rate": {
		requires: "poller",
		severity: "high",
		meaning: "A large share of logins fails.",
		steps: [ROLL_BACK, BY_TYPE, STATUS_PAGE, WHO],
		specify: ({ service, thresholds }) => ({
			query: share({
				part: ["ko"],
				series: { ok: customMetric(logins.LOGIN_SUCCEEDED, service), ko: customMetric(logins.LOGIN_FAILED, service) },
				floor: thresholds["failed-login-rate-floor"],
				label: "Failed logins, percent",
			}),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["failed-login-rate"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"failed-login-burst": {
		requires: "poller",
		severity: "medium",
		meaning: "Many logins failed within five minutes, and they are a significant share of all.",
		steps: [
			BY_TYPE,
			WHO,
			"One or two failures on each of many accounts indicate credential stuffing: lower the limit of the rate-based rule on the login paths.",
		],
		specify: (context) => ({
			query: failedFrom(context, context.thresholds["failed-login-burst-share"]),
			period: 300,
			comparison: "at or above",
			threshold: context.thresholds["failed-login-burst"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"failed-login-sustained": {
		requires: "poller",
		severity: "medium",
		meaning: "Logins have been failing for half an hour, and they are a significant share of all.",
		steps: [
			BY_TYPE,
			WHO,
			'Run the saved query "failed logins by connection": a connection without any success has a wrong certificate or secret.',
		],
		specify: (context) => ({
			query: failedFrom(context, context.thresholds["failed-login-sustained-share"]),
			period: 300,
			comparison: "at or above",
			threshold: context.thresholds["failed-login-sustained"],
			datapointsToAlarm: 6,
			evaluationPeriods: 8,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"account-burst": {
		requires: "poller",
		severity: "medium",
		meaning: "Logins of one account fail repeatedly.",
		steps: [
			WHO,
			"If these were not the account owner's attempts: revoke the account's sessions in Scalekit, and have the password changed.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(logins.ACCOUNT_FAILURES, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["account-burst"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"organization-burst": {
		requires: "poller",
		severity: "medium",
		meaning: "Many logins of one organization fail.",
		steps: [
			'Run the saved query "failed logins by organization".',
			"Check the organization's connection in the Scalekit dashboard: its identity provider may have changed a certificate or a secret.",
			"If the connection is being attacked, disable it in Scalekit.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(logins.ORGANIZATION_FAILURES, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["organization-burst"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"abandonment-rate": {
		requires: "poller",
		severity: "low",
		meaning: `Many logins that started ${logins.SETTLED_AFTER_MINUTES} minutes ago have neither succeeded nor failed.`,
		steps: ["Log in yourself as a new and as an existing user; check whether e-mails with codes and links arrive.", BY_TYPE, STATUS_PAGE],
		specify: ({ service, thresholds }) => ({
			query: shareWithin({
				part: "left",
				all: "settled",
				series: { left: customMetric(logins.LOGIN_ABANDONED, service), settled: customMetric(logins.LOGIN_SETTLED, service) },
				floor: thresholds["abandonment-rate-floor"],
				label: "Abandoned logins, percent",
			}),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["abandonment-rate"],
			datapointsToAlarm: 3,
			evaluationPeriods: 4,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"no-logins": {
		requires: "poller",
		severity: "medium",
		meaning: "No login has started for hours.",
		steps: ["Open the product and start a login: does the browser reach Scalekit's login page?", STATUS_PAGE, ROLL_BACK],
		specify: ({ service, thresholds }) => ({
			query: customMetric(logins.LOGIN_STARTED, service),
			period: 3600,
			comparison: "below",
			threshold: 1,
			datapointsToAlarm: thresholds["no-logins"],
			evaluationPeriods: thresholds["no-logins"],
			missingData: {
				treatment: "breaching",
				reason: "A no-data alarm: missing data counts as no logins",
				warmUpMinutes: Math.min(60 * thresholds["no-logins"] + 60, MAX_WARM_UP_MINUTES),
			},
		}),
	},
	"new-country": {
		requires: "receiver",
		severity: "low",
		meaning: "A user has a session from a country that is new for this user.",
		steps: [
			"Check the latest user.login events in the Scalekit dashboard; confirm with the user, not by e-mail, that the login was theirs.",
			"If it was not: revoke the user's sessions in Scalekit, and have the password changed or the identity provider account secured.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(logins.NEW_COUNTRY_LOGIN, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["new-country"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
} as const satisfies Readonly<Record<string, AlarmDefinition>>;
