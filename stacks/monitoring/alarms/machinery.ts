import { FUNCTION_ERRORS } from "../../../signals/aws";
import { POLLER_LAG } from "../../../signals/poller";
import { EVENT_HANDLED } from "../../../signals/webhooks";
import type { Entry } from "./entry";
import { counted, published } from "./series";
import { NO_FAILURES } from "./specification";

/** Minutes that a team has after the first update until the monitoring says that it sees nothing. */
const TIME_TO_FILL_SECRETS = 60;

/** Alarms on what counts logins and events: while one of these rings, the others may say nothing. */
export const machineryAlarms = {
	"poller-stalled": {
		needs: "poller",
		severity: "high",
		meaning: "Scalekit's authentication logs are not read, or nothing of them is published: no alarm on logins can be relied on.",
		steps: [
			'Run the saved query "runs of the poller": "not-filled" means that its credentials are still empty (see "Secrets").',
			'Credentials that were changed in Scalekit have to be filled in here too (see "Secrets").',
			"Scalekit may answer 429: the poller waits and catches up by itself, without gaps.",
			"If the poller runs well, read the publisher's log.",
		],
		specify: ({ service, thresholds }) => ({
			watch: counted(POLLER_LAG, service),
			period: 300,
			rings: "above",
			threshold: thresholds["poller-stalled"],
			breaches: 2,
			of: 2,
			missing: {
				data: "breaching",
				because: "The lag is published every minute; where it is missing, the publisher is dead",
				warmUp: TIME_TO_FILL_SECRETS,
			},
		}),
	},
	"poller-errors": {
		needs: "poller",
		severity: "medium",
		meaning: "The poller keeps ending with errors.",
		steps: ["Read the poller's log.", 'Scalekit may refuse the credentials: fill in those that hold (see "Secrets").'],
		specify: ({ names, thresholds }) => ({
			watch: published(FUNCTION_ERRORS, { FunctionName: names.poller }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["poller-errors"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
	"publisher-stalled": {
		needs: "receiver",
		severity: "medium",
		meaning: "No totals of events are published: no alarm on events can be relied on.",
		steps: ["Read the publisher's log.", "See in EventBridge Scheduler whether its schedule is enabled."],
		specify: ({ service }) => ({
			watch: counted(EVENT_HANDLED, service),
			period: 300,
			rings: "below",
			threshold: 0,
			breaches: 3,
			of: 3,
			missing: {
				data: "breaching",
				because: "A total is never below zero: only that none is sent makes it ring",
				warmUp: TIME_TO_FILL_SECRETS,
			},
		}),
	},
	"publisher-errors": {
		needs: "publisher",
		severity: "medium",
		meaning: "The publisher keeps ending with errors.",
		steps: ["Read the publisher's log.", "Totals are made up for once it runs again; nothing is lost."],
		specify: ({ names, thresholds }) => ({
			watch: published(FUNCTION_ERRORS, { FunctionName: names.publisher }),
			period: 300,
			rings: "at or above",
			threshold: thresholds["publisher-errors"],
			breaches: 2,
			of: 3,
			missing: NO_FAILURES,
		}),
	},
} as const satisfies Readonly<Record<string, Entry>>;
