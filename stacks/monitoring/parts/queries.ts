import * as cloudwatch from "@pulumi/aws/cloudwatch";
import { LOG_EVENTS } from "../../../signals/log-events";
import type { Logger, Options } from "../options";
import type { Place } from "./place";

interface Query {
	readonly name: string;
	readonly logger: Logger;
	/** CloudWatch Logs Insights QL, a command a line. */
	readonly commands: readonly string[];
}

const isA = (...events: readonly string[]) => `filter event in [${events.map((event) => `"${event}"`).join(", ")}]`;
const BY_NUMBER = ["sort failures desc", "limit 50"];

/** What people ask while an alarm rings; the runbook names them. */
export const QUERIES: readonly Query[] = [
	{
		name: "failed logins by account",
		logger: "poller",
		commands: [
			isA(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, latest(authRequestId) as latestRequest, max(@timestamp) as last by account",
			...BY_NUMBER,
		],
	},
	{
		name: "failed logins by organization",
		logger: "poller",
		commands: [
			isA(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, count_distinct(account) as accounts by organizationId",
			...BY_NUMBER,
		],
	},
	{
		name: "failed logins by connection",
		logger: "poller",
		commands: [
			isA(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, count_distinct(account) as accounts by connectionType, connectionId",
			...BY_NUMBER,
		],
	},
	{
		name: "runs of the poller",
		logger: "poller",
		commands: [
			isA(LOG_EVENTS.pollFinished, LOG_EVENTS.pollThrottled),
			"fields @timestamp, event, end, rows, recorded, odd",
			"sort @timestamp desc",
			"limit 100",
		],
	},
	{
		name: "rejected webhooks by reason",
		logger: "receiver",
		commands: [
			isA(LOG_EVENTS.webhookRejected, LOG_EVENTS.webhookFailed),
			"stats count(*) as deliveries, max(@timestamp) as last by event, reason, failure",
			"sort deliveries desc",
		],
	},
	{
		name: "events that were kept",
		logger: "worker",
		commands: [
			isA(LOG_EVENTS.eventUnknown, LOG_EVENTS.eventMalformed),
			"fields @timestamp, event, delivery, type, where",
			"sort @timestamp desc",
			"limit 100",
		],
	},
];

/** The queries of the parts that are there. */
export function queriesFor({ parts }: Pick<Options, "parts">): readonly Query[] {
	return QUERIES.filter(({ logger }) => (logger === "poller" ? parts.poller : parts.receiver));
}

/** Saves them in the console, in a folder of the monitoring's name. */
export function saveQueries(place: Place): void {
	for (const { name, logger, commands } of queriesFor(place.options)) {
		const group = place.logGroups.get(logger);
		if (group === undefined) throw new Error(`nobody logs as ${logger}`);
		new cloudwatch.QueryDefinition(
			`${place.name}-${name.replaceAll(" ", "-")}`,
			{ name: `${place.name}/${name}`, logGroupNames: [group], queryString: commands.join("\n| "), ...place.here },
			place.child,
		);
	}
}
