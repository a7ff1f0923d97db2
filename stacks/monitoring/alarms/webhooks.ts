import { API_SERVER_ERRORS, FUNCTION_ERRORS, QUEUE_AGE, QUEUE_DEPTH } from "../../../signals/aws";
import { LOGIN_SUCCEEDED } from "../../../signals/logins";
import * as webhooks from "../../../signals/webhooks";
import type { AlarmDefinition } from "./definition";
import { share } from "./metric-query";
import { awsMetric, customMetric } from "./series";
import { COVERED_BY_HEARTBEAT_ALARM, NO_DATA_MEANS_NO_FAILURES } from "./specification";

const DASHBOARD_OF_SCALEKIT = "In the Scalekit dashboard under Webhooks, check the response status of the deliveries.";
const LOG_OF_RECEIVER = "Check the receiver's log: each line names the failed step.";
const REPLAY = "After the fix, replay failed deliveries in Scalekit: it may stop retrying after twenty minutes.";

/** Alarms on webhook delivery and processing. */
export const webhookAlarms = {
	"no-webhooks": {
		requires: "both",
		severity: "medium",
		meaning: "Users log in, but no webhook has arrived for three hours.",
		steps: [
			"In the Scalekit dashboard under Webhooks, check that the endpoint exists, is enabled and has the stack output webhookUrl as URL.",
			"Send a test event from there.",
			REPLAY,
			"If the environment sends no user.login events, as with modular SSO, disable this alarm with alarms.no-webhooks.",
		],
		specify: ({ service, thresholds }) => ({
			query: {
				expression: `IF((ok >= ${thresholds["no-webhooks"]}) AND (handled < 1), 1, 0)`,
				label: "Hours with logins and without webhooks",
				series: { ok: customMetric(LOGIN_SUCCEEDED, service), handled: customMetric(webhooks.EVENT_HANDLED, service) },
			},
			period: 3600,
			comparison: "at or above",
			threshold: 1,
			datapointsToAlarm: 3,
			evaluationPeriods: 3,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"webhook-delivery": {
		requires: "receiver",
		severity: "medium",
		meaning: "A large share of webhook deliveries is rejected or fails.",
		steps: [
			'Run the saved query "rejected webhooks by reason".',
			'Right after the first deployment: set the webhook secret (see "Secrets").',
			LOG_OF_RECEIVER,
			DASHBOARD_OF_SCALEKIT,
			REPLAY,
		],
		specify: ({ service, thresholds }) => ({
			query: share({
				part: ["rejected", "failed"],
				series: {
					accepted: customMetric(webhooks.WEBHOOK_ACCEPTED, service),
					duplicate: customMetric(webhooks.WEBHOOK_DUPLICATE, service),
					rejected: customMetric(webhooks.WEBHOOK_REJECTED, service),
					failed: customMetric(webhooks.WEBHOOK_FAILED, service),
				},
				floor: thresholds["webhook-delivery-floor"],
				label: "Rejected or failed deliveries, percent",
			}),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["webhook-delivery"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"webhook-signature-failures": {
		requires: "receiver",
		severity: "medium",
		meaning: "Deliveries arrive with an invalid signature: the secret differs from Scalekit's, or someone forges requests.",
		steps: [
			'Compare the endpoint\'s signing secret in the Scalekit dashboard with the one in Secrets Manager, and update it (see "Secrets").',
			"If Scalekit's deliveries are accepted, the requests are forged: they were rejected, and throttling limits them.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(webhooks.WEBHOOK_REJECTED, service, { [webhooks.REASON]: "signature" }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["webhook-signature-failures"],
			datapointsToAlarm: 1,
			evaluationPeriods: 1,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"webhooks-throttled": {
		requires: "receiver",
		severity: "medium",
		meaning: "The API throttles webhook deliveries.",
		steps: [
			"The first sync of a directory sends a webhook for each user: raise receiver.requestsPerSecond and receiver.burst until it completes.",
			"Scalekit retries throttled deliveries; check its dashboard for failed ones.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(webhooks.WEBHOOK_THROTTLED, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["webhooks-throttled"],
			datapointsToAlarm: 1,
			evaluationPeriods: 1,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"receiver-errors": {
		requires: "receiver",
		severity: "medium",
		meaning: "Receiver invocations end with an error.",
		steps: [LOG_OF_RECEIVER, "An invocation of eight seconds timed out: check the durations on the dashboard.", REPLAY],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(FUNCTION_ERRORS, { FunctionName: names.receiver }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["receiver-errors"],
			datapointsToAlarm: 1,
			evaluationPeriods: 1,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"api-errors": {
		requires: "receiver",
		severity: "medium",
		meaning: "The webhook API responds with 5xx statuses.",
		steps: [LOG_OF_RECEIVER, "Check the API's access log: a latency of ten seconds means that the receiver hangs.", REPLAY],
		specify: ({ apiId, thresholds }) => ({
			query: awsMetric(API_SERVER_ERRORS, { ApiId: apiId }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["api-errors"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"dead-letters": {
		requires: "receiver",
		severity: "medium",
		meaning: "Events failed five times and are in the dead-letter queue; they are not counted until redriven.",
		steps: ["Check the worker's log for the cause.", 'Fix the cause, then redrive them (see "Redrive the dead-letter queue").'],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(QUEUE_DEPTH, { QueueName: names.deadLetters }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["dead-letters"],
			datapointsToAlarm: 1,
			evaluationPeriods: 1,
			missingData: { treatment: "notBreaching", reason: "SQS publishes no metrics for an inactive queue" },
		}),
	},
	"queue-age": {
		requires: "receiver",
		severity: "medium",
		meaning: "Events wait too long in the queue.",
		steps: ["Check the worker's log for throttling by Lambda or DynamoDB.", "Check the account's Lambda concurrency limit."],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(QUEUE_AGE, { QueueName: names.queue }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["queue-age"],
			datapointsToAlarm: 2,
			evaluationPeriods: 2,
			missingData: { treatment: "notBreaching", reason: "SQS publishes no metrics for an inactive queue" },
		}),
	},
	"worker-errors": {
		requires: "receiver",
		severity: "medium",
		meaning: "Worker invocations keep failing; events that fail five times go to the dead-letter queue.",
		steps: ["Check the worker's log.", "If it started with an update of this stack, roll the stack back."],
		specify: ({ names, thresholds }) => ({
			query: awsMetric(FUNCTION_ERRORS, { FunctionName: names.worker }),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["worker-errors"],
			datapointsToAlarm: 2,
			evaluationPeriods: 3,
			missingData: NO_DATA_MEANS_NO_FAILURES,
		}),
	},
	"unknown-events": {
		requires: "receiver",
		severity: "low",
		meaning: "Scalekit sent events of a type unknown to this version; they are stored for thirty days.",
		steps: ['Run the saved query "unprocessed events".', "Update to a version of this package that supports the type."],
		specify: ({ service, thresholds }) => ({
			query: customMetric(webhooks.EVENT_UNKNOWN, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["unknown-events"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
	"malformed-events": {
		requires: "receiver",
		severity: "low",
		meaning: "Scalekit sent events that do not match the documented schema; they are stored for thirty days.",
		steps: [
			'Run the saved query "unprocessed events".',
			"Report the type to Scalekit support, and check for a newer version of this package.",
		],
		specify: ({ service, thresholds }) => ({
			query: customMetric(webhooks.EVENT_MALFORMED, service),
			period: 300,
			comparison: "at or above",
			threshold: thresholds["malformed-events"],
			datapointsToAlarm: 1,
			evaluationPeriods: 2,
			missingData: COVERED_BY_HEARTBEAT_ALARM,
		}),
	},
} as const satisfies Readonly<Record<string, AlarmDefinition>>;
