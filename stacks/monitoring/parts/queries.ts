import * as cloudwatch from "@pulumi/aws/cloudwatch";
import { LOG_EVENTS } from "../../../signals/log-events";
import type { LogSource, Options } from "../options";
import type { ComponentContext } from "./component-context";

interface Query {
	readonly name: string;
	readonly source: LogSource;
	/** CloudWatch Logs Insights QL, one command per line. */
	readonly commands: readonly string[];
}

const hasEvent = (...events: readonly string[]) => `filter event in [${events.map((event) => `"${event}"`).join(", ")}]`;
const BY_NUMBER = ["sort failures desc", "limit 50"];

/** Saved queries for alarm diagnosis; the runbook refers to them by name. */
export const QUERIES: readonly Query[] = [
	{
		name: "failed logins by account",
		source: "poller",
		commands: [
			hasEvent(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, latest(authRequestId) as latestRequest, max(@timestamp) as last by account",
			...BY_NUMBER,
		],
	},
	{
		name: "failed logins by organization",
		source: "poller",
		commands: [
			hasEvent(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, count_distinct(account) as accounts by organizationId",
			...BY_NUMBER,
		],
	},
	{
		name: "failed logins by connection",
		source: "poller",
		commands: [
			hasEvent(LOG_EVENTS.loginFailed),
			"stats count(*) as failures, count_distinct(account) as accounts by connectionType, connectionId",
			...BY_NUMBER,
		],
	},
	{
		name: "poller runs",
		source: "poller",
		commands: [
			hasEvent(LOG_EVENTS.pollFinished, LOG_EVENTS.pollThrottled),
			"fields @timestamp, event, outcome, rows, written, unrecognized",
			"sort @timestamp desc",
			"limit 100",
		],
	},
	{
		name: "rejected webhooks by reason",
		source: "receiver",
		commands: [
			hasEvent(LOG_EVENTS.webhookRejected, LOG_EVENTS.webhookFailed),
			"stats count(*) as deliveries, max(@timestamp) as last by event, reason, failure",
			"sort deliveries desc",
		],
	},
	{
		name: "unprocessed events",
		source: "worker",
		commands: [
			hasEvent(LOG_EVENTS.eventUnknown, LOG_EVENTS.eventMalformed),
			"fields @timestamp, event, delivery, type, where",
			"sort @timestamp desc",
			"limit 100",
		],
	},
];

/** The queries for the enabled parts. */
export function queriesFor({ parts }: Pick<Options, "parts">): readonly Query[] {
	return QUERIES.filter(({ source }) => (source === "poller" ? parts.poller : parts.receiver));
}

/** Saves the queries in the console, in a folder with the deployment's name. */
export function saveQueries(context: ComponentContext): void {
	for (const { name, source, commands } of queriesFor(context.options)) {
		const group = context.logGroups.get(source);
		if (group === undefined) throw new Error(`no log group for ${source}`);
		new cloudwatch.QueryDefinition(
			`${context.name}-${name.replaceAll(" ", "-")}`,
			{ name: `${context.name}/${name}`, logGroupNames: [group], queryString: commands.join("\n| "), ...context.regional },
			context.childOptions,
		);
	}
}
