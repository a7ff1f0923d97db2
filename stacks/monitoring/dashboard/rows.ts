import type * as pulumi from "@pulumi/pulumi";
import * as application from "../../../signals/application";
import { API_SERVER_ERRORS, FUNCTION_DURATION, FUNCTION_ERRORS, FUNCTION_RUNS, QUEUE_AGE, QUEUE_DEPTH } from "../../../signals/aws";
import * as logins from "../../../signals/logins";
import { POLLER_LAG, POLLER_THROTTLED } from "../../../signals/poller";
import * as sessions from "../../../signals/sessions";
import * as signups from "../../../signals/signups";
import * as webhooks from "../../../signals/webhooks";
import { counted, published, type Series } from "../alarms/series";
import { share, shareWithin, type Watch } from "../alarms/watch";
import type { Names } from "../naming";
import type { Options } from "../options";
import type { Row } from "./layout";
import { alarmStatus, graph, type Line, numbers, text } from "./widgets";

export interface Shown {
	readonly options: Options;
	readonly names: Names;
	/** ARNs of the alarms. */
	readonly alarms: readonly pulumi.Input<string>[];
	readonly apiId: pulumi.Input<string>;
}

/** From the question that everybody asks to what only the people on call do. */
export function rowsOf(shown: Shown): readonly Row[] {
	const { receiver, poller } = shown.options.parts;
	return [
		...(poller ? arePeopleGettingIn(shown) : alarmsOnly(shown)),
		...(poller ? whyNot(shown) : []),
		...(receiver ? [...webhookRows(shown), ...peopleRows(shown)] : []),
		...machineryRows(shown),
	];
}

const line = (label: string, watch: Watch): Line => ({ label, watch });
const heading = (markdown: string): Row => ({ height: 1, widgets: [text(`## ${markdown}`)] });

/** The share of finished logins that succeed; of none it says nothing, rather than zero. */
function successRate(service: string, by: Readonly<Record<string, string>> = {}): Watch {
	return {
		expression: "100 * ok / (ok + ko)",
		label: "Logins that succeed, percent",
		of: { ok: counted(logins.LOGIN_SUCCEEDED, service, by), ko: counted(logins.LOGIN_FAILED, service, by) },
	};
}

function arePeopleGettingIn({ options: { name }, alarms }: Shown): readonly Row[] {
	return [
		heading("Are people getting in?"),
		{
			height: 7,
			widgets: [
				numbers({ title: "Logins that succeed, percent", width: 6 }, [line("succeed", successRate(name))]),
				graph({ title: "Logins", width: 12 }, [
					line("started", counted(logins.LOGIN_STARTED, name)),
					line("succeeded", counted(logins.LOGIN_SUCCEEDED, name)),
					line("failed", counted(logins.LOGIN_FAILED, name)),
				]),
				alarmStatus({ title: "Alarms", width: 6 }, alarms),
			],
		},
	];
}

function alarmsOnly({ alarms }: Shown): readonly Row[] {
	return [{ height: 7, widgets: [alarmStatus({ title: "Alarms", width: 24 }, alarms)] }];
}

function whyNot({ options: { name } }: Shown): readonly Row[] {
	const unfinished = shareWithin({
		part: "left",
		all: "settled",
		of: { left: counted(logins.LOGIN_ABANDONED, name), settled: counted(logins.LOGIN_SETTLED, name) },
		floor: 1,
		label: "Left unfinished, percent",
	});
	const byType = (metric: typeof logins.LOGIN_FAILED) =>
		logins.CONNECTION_TYPES.map((type) => line(type, counted(metric, name, { [logins.CONNECTION_TYPE]: type })));
	return [
		heading("Why not?"),
		{
			height: 6,
			widgets: [
				graph({ title: "Failed, by type of connection", width: 8 }, byType(logins.LOGIN_FAILED)),
				graph(
					{ title: "Success rate by type of connection, percent", width: 8 },
					logins.CONNECTION_TYPES.map((type) => line(type, successRate(name, { [logins.CONNECTION_TYPE]: type }))),
				),
				graph({ title: "Left unfinished, by type of connection", width: 8 }, byType(logins.LOGIN_ABANDONED)),
			],
		},
		{
			height: 6,
			widgets: [
				graph({ title: "Is somebody attacked? Failures of the one that fails most", width: 16 }, [
					line("account", counted(logins.ACCOUNT_FAILURES, name)),
					line("organization", counted(logins.ORGANIZATION_FAILURES, name)),
				]),
				numbers({ title: `Left unfinished of those that began ${logins.SETTLED_AFTER_MINUTES} minutes ago, percent`, width: 8 }, [
					line("unfinished", unfinished),
				]),
			],
		},
	];
}

function webhookRows({ options: { name }, apiId }: Shown): readonly Row[] {
	const accepted = counted(webhooks.WEBHOOK_ACCEPTED, name);
	const duplicate = counted(webhooks.WEBHOOK_DUPLICATE, name);
	const refused = {
		rejected: counted(webhooks.WEBHOOK_REJECTED, name),
		failed: counted(webhooks.WEBHOOK_FAILED, name),
		throttled: counted(webhooks.WEBHOOK_THROTTLED, name),
	};
	return [
		heading("Webhooks"),
		{
			height: 6,
			widgets: [
				numbers({ title: "Deliveries taken, percent", width: 6 }, [
					line("taken", share({ part: ["accepted", "duplicate"], of: { accepted, duplicate, ...refused }, floor: 1, label: "taken" })),
				]),
				graph({ title: "Deliveries", width: 6 }, [
					line("accepted", accepted),
					line("duplicate", duplicate),
					...Object.entries(refused).map(([label, series]) => line(label, series)),
				]),
				graph(
					{ title: "Rejected, by reason", width: 6 },
					webhooks.REJECTION_REASONS.map((reason) => line(reason, counted(webhooks.WEBHOOK_REJECTED, name, { [webhooks.REASON]: reason }))),
				),
				graph({ title: "Events, and answers with 5xx", width: 6 }, [
					line("handled", counted(webhooks.EVENT_HANDLED, name)),
					line("unknown", counted(webhooks.EVENT_UNKNOWN, name)),
					line("malformed", counted(webhooks.EVENT_MALFORMED, name)),
					line("5xx", published(API_SERVER_ERRORS, { ApiId: apiId })),
				]),
			],
		},
	];
}

function peopleRows({ options: { name, application: app } }: Shown): readonly Row[] {
	const length: Watch = {
		expression: "seconds / ended / 60",
		label: "Minutes",
		of: { seconds: counted(sessions.SESSION_SECONDS, name), ended: counted(sessions.SESSION_ENDED, name) },
	};
	const signupLines = [
		...(app.emits ? [line("sign-ups begun", counted(signups.SIGNUP_STARTED, name))] : []),
		line("signed up", counted(signups.SIGNUP_COMPLETED, name)),
		line("joined", counted(signups.MEMBERSHIP_CREATED, name)),
	];
	const tokenLines = [
		line("refreshed", counted(application.TOKEN_REFRESHED, name)),
		line("refresh failed", counted(application.TOKEN_REFRESH_FAILED, name)),
		line("callback failed", counted(application.CALLBACK_FAILED, name)),
	];
	return [
		heading("Sign-ups, sessions and tokens"),
		{
			height: 6,
			widgets: [
				graph({ title: "Sign-ups", width: 6 }, signupLines),
				graph({ title: "Sessions", width: 6 }, [
					line("started", counted(sessions.SESSION_STARTED, name)),
					line("ended", counted(sessions.SESSION_ENDED, name)),
					line("new country", counted(logins.NEW_COUNTRY_LOGIN, name)),
				]),
				graph({ title: "Mean length of sessions that ended, minutes", width: 6 }, [line("minutes", length)]),
				...(app.emits ? [graph({ title: "Tokens and callbacks", width: 6 }, tokenLines)] : []),
			],
		},
	];
}

function machineryRows({ options: { name, parts }, names }: Shown): readonly Row[] {
	const functions = [
		...(parts.receiver ? (["receiver", "worker"] as const) : []),
		...(parts.poller ? (["poller"] as const) : []),
		"publisher" as const,
	];
	const ofEach = (metric: typeof FUNCTION_ERRORS) =>
		functions.map((each) => line(each, published(metric, { FunctionName: names[each] }) satisfies Series));
	const reading = [
		...(parts.poller ? [line("seconds behind", counted(POLLER_LAG, name)), line("answered 429", counted(POLLER_THROTTLED, name))] : []),
		...(parts.receiver
			? [
					line("oldest event, seconds", published(QUEUE_AGE, { QueueName: names.queue })),
					line("dead letters", published(QUEUE_DEPTH, { QueueName: names.deadLetters })),
				]
			: []),
	];
	return [
		heading("The machinery"),
		{
			height: 6,
			widgets: [
				graph({ title: "Behind and waiting", width: 6 }, reading),
				graph({ title: "Errors of functions", width: 6 }, ofEach(FUNCTION_ERRORS)),
				graph({ title: "Runs of functions", width: 6 }, ofEach(FUNCTION_RUNS)),
				graph({ title: "Longest run, milliseconds", width: 6 }, ofEach(FUNCTION_DURATION)),
			],
		},
	];
}
