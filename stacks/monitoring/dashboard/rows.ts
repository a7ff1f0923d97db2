import type * as pulumi from "@pulumi/pulumi";
import * as application from "../../../signals/application";
import { API_SERVER_ERRORS, FUNCTION_DURATION, FUNCTION_ERRORS, FUNCTION_RUNS, QUEUE_AGE, QUEUE_DEPTH } from "../../../signals/aws";
import * as logins from "../../../signals/logins";
import { POLLER_LAG, POLLER_THROTTLED } from "../../../signals/poller";
import * as sessions from "../../../signals/sessions";
import * as signups from "../../../signals/signups";
import * as webhooks from "../../../signals/webhooks";
import { type MetricQuery, share, shareWithin } from "../alarms/metric-query";
import { awsMetric, customMetric, type Series } from "../alarms/series";
import type { Names } from "../naming";
import type { Options } from "../options";
import type { Row } from "./layout";
import { alarmStatus, graph, type Line, numbers, text } from "./widgets";

export interface DashboardContext {
	readonly options: Options;
	readonly names: Names;
	/** ARNs of the alarms. */
	readonly alarms: readonly pulumi.Input<string>[];
	readonly apiId: pulumi.Input<string>;
}

/** Rows from the overall login success to the pipeline's internals. */
export function rowsOf(shown: DashboardContext): readonly Row[] {
	const { receiver, poller } = shown.options.parts;
	return [
		...(poller ? loginSuccessRows(shown) : alarmsOnly(shown)),
		...(poller ? loginFailureRows(shown) : []),
		...(receiver ? [...webhookRows(shown), ...userRows(shown)] : []),
		...pipelineRows(shown),
	];
}

const line = (label: string, query: MetricQuery): Line => ({ label, query });
const heading = (markdown: string): Row => ({ height: 1, widgets: [text(`## ${markdown}`)] });

/** The share of completed logins that succeed; without completed logins there is no value, rather than zero. */
function successRate(service: string, by: Readonly<Record<string, string>> = {}): MetricQuery {
	return {
		expression: "100 * ok / (ok + ko)",
		label: "Login success rate, percent",
		series: { ok: customMetric(logins.LOGIN_SUCCEEDED, service, by), ko: customMetric(logins.LOGIN_FAILED, service, by) },
	};
}

function loginSuccessRows({ options: { name }, alarms }: DashboardContext): readonly Row[] {
	return [
		heading("Login success"),
		{
			height: 7,
			widgets: [
				numbers({ title: "Login success rate, percent", width: 6 }, [line("success rate", successRate(name))]),
				graph({ title: "Logins", width: 12 }, [
					line("started", customMetric(logins.LOGIN_STARTED, name)),
					line("succeeded", customMetric(logins.LOGIN_SUCCEEDED, name)),
					line("failed", customMetric(logins.LOGIN_FAILED, name)),
				]),
				alarmStatus({ title: "Alarms", width: 6 }, alarms),
			],
		},
	];
}

function alarmsOnly({ alarms }: DashboardContext): readonly Row[] {
	return [{ height: 7, widgets: [alarmStatus({ title: "Alarms", width: 24 }, alarms)] }];
}

function loginFailureRows({ options: { name } }: DashboardContext): readonly Row[] {
	const abandoned = shareWithin({
		part: "left",
		all: "settled",
		series: { left: customMetric(logins.LOGIN_ABANDONED, name), settled: customMetric(logins.LOGIN_SETTLED, name) },
		floor: 1,
		label: "Abandoned, percent",
	});
	const byType = (metric: typeof logins.LOGIN_FAILED) =>
		logins.CONNECTION_TYPES.map((type) => line(type, customMetric(metric, name, { [logins.CONNECTION_TYPE]: type })));
	return [
		heading("Login failures"),
		{
			height: 6,
			widgets: [
				graph({ title: "Failed logins by connection type", width: 8 }, byType(logins.LOGIN_FAILED)),
				graph(
					{ title: "Success rate by connection type, percent", width: 8 },
					logins.CONNECTION_TYPES.map((type) => line(type, successRate(name, { [logins.CONNECTION_TYPE]: type }))),
				),
				graph({ title: "Abandoned logins by connection type", width: 8 }, byType(logins.LOGIN_ABANDONED)),
			],
		},
		{
			height: 6,
			widgets: [
				graph({ title: "Failed logins of the account and the organization with the most", width: 16 }, [
					line("account", customMetric(logins.ACCOUNT_FAILURES, name)),
					line("organization", customMetric(logins.ORGANIZATION_FAILURES, name)),
				]),
				numbers({ title: `Abandoned logins of those started ${logins.SETTLED_AFTER_MINUTES} minutes ago, percent`, width: 8 }, [
					line("abandoned", abandoned),
				]),
			],
		},
	];
}

function webhookRows({ options: { name }, apiId }: DashboardContext): readonly Row[] {
	const accepted = customMetric(webhooks.WEBHOOK_ACCEPTED, name);
	const duplicate = customMetric(webhooks.WEBHOOK_DUPLICATE, name);
	const refused = {
		rejected: customMetric(webhooks.WEBHOOK_REJECTED, name),
		failed: customMetric(webhooks.WEBHOOK_FAILED, name),
		throttled: customMetric(webhooks.WEBHOOK_THROTTLED, name),
	};
	return [
		heading("Webhooks"),
		{
			height: 6,
			widgets: [
				numbers({ title: "Accepted deliveries, percent", width: 6 }, [
					line(
						"accepted",
						share({ part: ["accepted", "duplicate"], series: { accepted, duplicate, ...refused }, floor: 1, label: "accepted" }),
					),
				]),
				graph({ title: "Deliveries", width: 6 }, [
					line("accepted", accepted),
					line("duplicate", duplicate),
					...Object.entries(refused).map(([label, series]) => line(label, series)),
				]),
				graph(
					{ title: "Rejected deliveries by reason", width: 6 },
					webhooks.REJECTION_REASONS.map((reason) =>
						line(reason, customMetric(webhooks.WEBHOOK_REJECTED, name, { [webhooks.REASON]: reason })),
					),
				),
				graph({ title: "Events and 5xx responses", width: 6 }, [
					line("handled", customMetric(webhooks.EVENT_HANDLED, name)),
					line("unknown", customMetric(webhooks.EVENT_UNKNOWN, name)),
					line("malformed", customMetric(webhooks.EVENT_MALFORMED, name)),
					line("5xx", awsMetric(API_SERVER_ERRORS, { ApiId: apiId })),
				]),
			],
		},
	];
}

function userRows({ options: { name, application: app } }: DashboardContext): readonly Row[] {
	const length: MetricQuery = {
		expression: "seconds / ended / 60",
		label: "Minutes",
		series: { seconds: customMetric(sessions.SESSION_SECONDS, name), ended: customMetric(sessions.SESSION_ENDED, name) },
	};
	const signupLines = [
		...(app.emits ? [line("started", customMetric(signups.SIGNUP_STARTED, name))] : []),
		line("completed", customMetric(signups.SIGNUP_COMPLETED, name)),
		line("joined", customMetric(signups.MEMBERSHIP_CREATED, name)),
	];
	const tokenLines = [
		line("refreshed", customMetric(application.TOKEN_REFRESHED, name)),
		line("refresh failed", customMetric(application.TOKEN_REFRESH_FAILED, name)),
		line("callback failed", customMetric(application.CALLBACK_FAILED, name)),
	];
	return [
		heading("Sign-ups, sessions and tokens"),
		{
			height: 6,
			widgets: [
				graph({ title: "Sign-ups", width: 6 }, signupLines),
				graph({ title: "Sessions", width: 6 }, [
					line("started", customMetric(sessions.SESSION_STARTED, name)),
					line("ended", customMetric(sessions.SESSION_ENDED, name)),
					line("new country", customMetric(logins.NEW_COUNTRY_LOGIN, name)),
				]),
				graph({ title: "Mean duration of ended sessions, minutes", width: 6 }, [line("minutes", length)]),
				...(app.emits ? [graph({ title: "Tokens and callbacks", width: 6 }, tokenLines)] : []),
			],
		},
	];
}

function pipelineRows({ options: { name, parts }, names }: DashboardContext): readonly Row[] {
	const functions = [
		...(parts.receiver ? (["receiver", "worker"] as const) : []),
		...(parts.poller ? (["poller"] as const) : []),
		"publisher" as const,
	];
	const ofEach = (metric: typeof FUNCTION_ERRORS) =>
		functions.map((each) => line(each, awsMetric(metric, { FunctionName: names[each] }) satisfies Series));
	const reading = [
		...(parts.poller
			? [line("poller lag, seconds", customMetric(POLLER_LAG, name)), line("429 responses", customMetric(POLLER_THROTTLED, name))]
			: []),
		...(parts.receiver
			? [
					line("queue age, seconds", awsMetric(QUEUE_AGE, { QueueName: names.queue })),
					line("dead letters", awsMetric(QUEUE_DEPTH, { QueueName: names.deadLetters })),
				]
			: []),
	];
	return [
		heading("Pipeline"),
		{
			height: 6,
			widgets: [
				graph({ title: "Lag and backlog", width: 6 }, reading),
				graph({ title: "Function errors", width: 6 }, ofEach(FUNCTION_ERRORS)),
				graph({ title: "Function invocations", width: 6 }, ofEach(FUNCTION_RUNS)),
				graph({ title: "Longest invocation, milliseconds", width: 6 }, ofEach(FUNCTION_DURATION)),
			],
		},
	];
}
