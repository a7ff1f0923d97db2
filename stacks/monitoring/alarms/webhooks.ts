import { API_SERVER_ERRORS, FUNCTION_ERRORS, QUEUE_AGE, QUEUE_DEPTH } from "../../../signals/aws";
import { LOGIN_SUCCEEDED } from "../../../signals/logins";
import * as webhooks from "../../../signals/webhooks";
import type { Entry } from "./entry";
import { counted, published } from "./series";
import { NO_FAILURES, TOLD_ELSEWHERE } from "./specification";
import { share } from "./watch";

const DASHBOARD_OF_SCALEKIT = "In Scalekit's dashboard, under Webhooks, see what its deliveries were answered with.";
const LOG_OF_RECEIVER = "Read the receiver's log: each line names the step that failed.";
const REPLAY = "Once it works again, have Scalekit replay what it gave up: it may try for no longer than twenty minutes.";

/** Alarms on the way of webhooks, from Scalekit to the ledger. */
export const webhookAlarms = {
	"webhooks-silent": {
		needs: "both",
		severity: "medium",
		meaning: "People log in, and for three hours no webhook has come.",
		steps: [
			"In Scalekit's dashboard, under Webhooks, see whether the endpoint is there, enabled, and has this monitoring's address.",
			"Send a test event from there.",
			REPLAY,
			"An environment that sends no user.login events, as with modular SSO alone, tells nothing of logins: switch this alarm off with alarms.webhooks-silent.",
		],
		specify: ({ service, thresholds }) => ({
			watch: {
				expression: `IF((ok >= ${thresholds["webhooks-silent"]}) AND (handled < 1), 1, 0)`,
				label: "Hours with logins and without events",
				of: { ok: counted(LOGIN_SUCCEEDED, service), handled: counted(webhooks.EVENT_HANDLED, service) },
			},
			period: 3600,
			rings: "at or above",
			threshold: 1,
			breaches: 3,
			of: 3,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"webhook-delivery": {
		needs: "receiver",
		severity: "medium",
		meaning: "A large share of webhook deliveries is not taken.",
		steps: [
			'Run the saved query "rejected webhooks by reason".',
			'Right after the first update this means that the webhook secret is still empty (see "Secrets").',
			LOG_OF_RECEIVER,
			DASHBOARD_OF_SCALEKIT,
			REPLAY,
		],
		specify: ({ service, thresholds }) => ({
			watch: share({
				part: ["rejected", "failed"],
				of: {
					accepted: counted(webhooks.WEBHOOK_ACCEPTED, service),
					duplicate: counted(webhooks.WEBHOOK_DUPLICATE, service),
					rejected: counted(webhooks.WEBHOOK_REJECTED, service),
					failed: counted(webhooks.WEBHOOK_FAILED, service),
				},
				floor: thresholds["webhook-delivery-floor"],
				label: "Deliveries not taken, percent",
			}),
			period: 300,
			rings: "at or above",
			threshold: thresholds["webhook-delivery"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
	"webhook-signature-failures": {
		needs: "receiver",
		severity: "medium",
		meaning: "Deliveries with a wrong signature come in: a secret that was not changed on both sides, or somebody who tries.",
		steps: [
			"Compare the endpoint's signing secret in Scalekit's dashboard with the one in Secrets Manager; fill in the right one (see \"Secrets\").",
			"If Scalekit's own deliveries get through, it is a stranger: nothing was let in, and the throttling holds.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(webhooks.WEBHOOK_REJECTED, service, { [webhooks.REASON]: "signature" }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["webhook-signature-failures"],
			breaches: 1,
			of: 1,
			missing: NO_FAILURES,
		}),
	},
	"webhooks-throttled": {
		needs: "receiver",
		severity: "medium",
		meaning: "Webhooks come faster than the API lets them through.",
		steps: [
			"A directory's first sync sends one for each user: raise receiver.requestsPerSecond and receiver.burst for as long as it lasts.",
			"Scalekit delivers again what was turned away; see its dashboard for what it gave up.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(webhooks.WEBHOOK_THROTTLED, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["webhooks-throttled"],
			breaches: 1,
			of: 1,
			missing: NO_FAILURES,
		}),
	},
	"receiver-errors": {
		needs: "receiver",
		severity: "medium",
		meaning: "The receiver ended with an error instead of an answer.",
		steps: [LOG_OF_RECEIVER, "A run that took eight seconds was cut off: see on the dashboard how long runs take.", REPLAY],
		specify: ({ names, thresholds }) => ({
			watch: published(FUNCTION_ERRORS, { FunctionName: names.receiver }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["receiver-errors"],
			breaches: 1,
			of: 1,
			missing: NO_FAILURES,
		}),
	},
	"api-errors": {
		needs: "receiver",
		severity: "medium",
		meaning: "The webhook API answers with 5xx statuses.",
		steps: [LOG_OF_RECEIVER, "Read the API's access log: a latency of ten seconds is a receiver that hangs.", REPLAY],
		specify: ({ apiId, thresholds }) => ({
			watch: published(API_SERVER_ERRORS, { ApiId: apiId }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["api-errors"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
	"dead-letters": {
		needs: "receiver",
		severity: "medium",
		meaning: "Events were given up after five attempts; nobody counts them until somebody sends them again.",
		steps: ["Read the worker's log for why.", 'Once that is mended, send them again (see "Send dead letters again").'],
		specify: ({ names, thresholds }) => ({
			watch: published(QUEUE_DEPTH, { QueueName: names.deadLetters }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["dead-letters"],
			breaches: 1,
			of: 1,
			missing: { data: "notBreaching", because: "SQS sends nothing of a queue that has long been empty" },
		}),
	},
	"queue-age": {
		needs: "receiver",
		severity: "medium",
		meaning: "Events wait longer than they should until the worker takes them.",
		steps: [
			"Read the worker's log: is it throttled, or does the ledger throttle it?",
			"Look at the account's limit of concurrent functions.",
		],
		specify: ({ names, thresholds }) => ({
			watch: published(QUEUE_AGE, { QueueName: names.queue }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["queue-age"],
			breaches: 2,
			of: 2,
			missing: { data: "notBreaching", because: "SQS sends nothing of a queue that has long been empty" },
		}),
	},
	"worker-errors": {
		needs: "receiver",
		severity: "medium",
		meaning: "The worker keeps ending with errors; events that fail five times become dead letters.",
		steps: ["Read the worker's log.", "Right after an update: roll the monitoring back to the version before."],
		specify: ({ names, thresholds }) => ({
			watch: published(FUNCTION_ERRORS, { FunctionName: names.worker }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["worker-errors"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
	"unknown-events": {
		needs: "receiver",
		severity: "low",
		meaning: "Scalekit sent events of a type that this version does not know; they are kept for thirty days.",
		steps: ['Run the saved query "events that were kept".', "Look for a newer version of this monitoring that knows the type."],
		specify: ({ service, thresholds }) => ({
			watch: counted(webhooks.EVENT_UNKNOWN, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["unknown-events"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
	"malformed-events": {
		needs: "receiver",
		severity: "low",
		meaning: "Scalekit sent events that are not shaped as documented; they are kept for thirty days.",
		steps: [
			'Run the saved query "events that were kept".',
			"Tell Scalekit's support which type it is, and look for a newer version of this monitoring.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(webhooks.EVENT_MALFORMED, service),
			period: 300,
			rings: "at or above",
			threshold: thresholds["malformed-events"],
			breaches: 1,
			of: 2,
			missing: TOLD_ELSEWHERE,
		}),
	},
} as const satisfies Readonly<Record<string, Entry>>;
