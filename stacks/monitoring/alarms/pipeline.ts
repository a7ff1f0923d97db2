import { FUNCTION_ERRORS } from "../../../signals/aws";
import { POLLER_LAG } from "../../../signals/poller";
import { EVENT_HANDLED } from "../../../signals/webhooks";
import type { AlarmDefinition } from "./definition";
import { awsMetric, customMetric } from "./series";
import { NO_DATA_MEANS_NO_FAILURES } from "./specification";

/** Minutes after the first deployment in which the secrets can be set before the no-data alarms fire. */
const SETUP_MINUTES = 60;

/** Alarms on the metrics pipeline: while one of them is in ALARM, other alarms may lack data. */
export const pipelineAlarms = {
	"poller-stalled": {
		requires: "poller",
		severity: "high",
		meaning: "Scalekit's authentication logs are not read, or their metrics are not published: the login alarms are unreliable.",
		steps: [
			'Run the saved query "poller runs": the outcome "credentials-missing" means that the credentials have not been set (see "Secrets").',
			'If the credentials were rotated in Scalekit, update them here (see "Secrets").',
			"If Scalekit responds with 429, the poller retries and catches up without gaps.",
			"If the poller runs without errors, check the publisher's log.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(POLLER_LAG, service),
			period: 300,
			comparison: "above",
			threshold: thresholds["poller-stalled"],
			datapointsToAlarm: 2,
			evaluationPeriods: 2,
			missingData: {
				treatment: "breaching",
				reason: "The lag is published every minute; missing data means that the publisher does not run",
				warmUpMinutes: SETUP_MINUTES,
			},
		}),
	},
	"poller-errors": {
		requires: "poller",
		severity: "medium",
		meaning: "Poller invocations keep failing.",
		steps: ["Check the poller's log.", 'If Scalekit rejects the credentials, set valid ones (see "Secrets").'],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(FUNCTION_ERRORS, { FunctionName: names.poller }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["poller-errors"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"publisher-stalled": {
		requires: "receiver",
		severity: "medium",
		meaning: "No event metrics are published: the webhook alarms are unreliable.",
		steps: ["Check the publisher's log.", "Check in EventBridge Scheduler that its schedule is enabled."],
		specify: ({ service }) => ({
			query: customMetric(EVENT_HANDLED, service),
			period: 300,
			comparison: "below",
			threshold: 0,
			datapointsToAlarm: 3,
			evaluationPeriods: 3,
			missingData: {
				treatment: "breaching",
				reason: "A no-data alarm: totals are never negative, so only missing data breaches",
				warmUpMinutes: SETUP_MINUTES,
			},
		}),
	},
	"publisher-errors": {
		requires: "publisher",
		severity: "medium",
		meaning: "Publisher invocations keep failing.",
		steps: ["Check the publisher's log.", "It publishes missed totals once it runs again; nothing is lost."],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(FUNCTION_ERRORS, { FunctionName: names.publisher }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["publisher-errors"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
} as const satisfies Readonly<Record<string, AlarmDefinition>>;
