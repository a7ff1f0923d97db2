import { alarmsFor, CATALOG, pagingAlarmsFor } from "../alarms/catalog";
import { type AlarmId, ROLLBACK_ALARMS } from "../alarms/ids";
import type { AuthMonitoringArgs } from "../args";
import { namesOf } from "../naming";
import { parseOptions } from "../option/explain";
import { type Options, optionsSchema } from "../options";
import { STATUS_PAGE, SUPPORT, TICKET_CONTENTS } from "./contacts";

/**
 * The runbook of a deployment as Markdown, with exactly its alarms.
 *
 * @throws OptionsError if options are invalid
 */
export function runbookMarkdown(args: AuthMonitoringArgs): string {
	return runbookOf(parseOptions(optionsSchema, args));
}

/** The same, from parsed options. */
export function runbookOf(options: Options): string {
	const sections = [heading(options), contacts(options), rollBack(options), secrets(options), deadLetters(options), alarms(options)];
	return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading({ name, parts }: Options): string {
	const seen = parts.dashboard ? `The dashboard \`${namesOf(name).dashboard}\` shows login success and the causes of failures.` : "";
	return [`# Runbook: login (${name})`, seen].filter(Boolean).join("\n\n");
}

function contacts({ runbook: { owner, escalation, supportChannel } }: Options): string {
	const ours = [`Owner: ${owner}`, ...escalation.map((contact) => `Escalation: ${contact}`)];
	const theirs = [
		`Scalekit support: ${SUPPORT}`,
		...(supportChannel ? [`Scalekit support channel: ${supportChannel}`] : []),
		`Scalekit status page: ${STATUS_PAGE}`,
	];
	return [
		"## Contacts",
		numbered([...ours, ...theirs]),
		"Escalate to the next contact if there is no answer within 15 minutes, or if users still cannot log in after 30.",
		"A Scalekit support ticket should contain:",
		bullets(TICKET_CONTENTS),
	].join("\n\n");
}

function rollBack(options: Options): string {
	const { name, parts, rollback, region } = options;
	const monitors = alarmsFor(options).filter((id) => ROLLBACK_ALARMS.includes(id));
	const { switch: document } = namesOf(name);
	const start = `aws ssm start-automation-execution --document-name ${document}${inRegion(region)}`;
	const ours = [
		`Run the Automation document \`${document}\` in Systems Manager: within minutes, it switches the flag \`${rollback.flag}\` off for all users, regardless of alarm states.`,
		`On the command line: \`${start}\`; add \`--parameters Enabled=true\` to switch it on again.`,
		`It disables the actions of the monitored alarms, and enables them again at the end. If an execution was cancelled, run \`aws cloudwatch enable-alarm-actions --alarm-names ${monitors.map(namesOf(name).alarm).join(" ")}${inRegion(region)}\`.`,
		"Later updates of this stack do not change the flag.",
		mayRun(`${name}-switch`),
	];
	const scalekits = [
		"A faulty or compromised connection: disable it in the Scalekit dashboard, under the organization's connections.",
		"Compromised sessions: revoke them in Scalekit, per user, in the dashboard or with `POST /api/v1/sessions/{session_id}/revoke`.",
		"An interceptor that rejects all users: set it to fail open, or disable it.",
	];
	return ["## Roll back", ...(parts.rollback ? [bullets(ours)] : []), "In Scalekit:", bullets(scalekits)].join("\n\n");
}

function secrets({ name, parts, region }: Options): string {
	const receiver = parts.receiver
		? [
				`Webhooks: store the endpoint's signing secret (\`whsec_…\`, from the Scalekit dashboard) in the secret whose name starts with \`${name}-webhook-secret\`. Scalekit generates it: after a rotation there, store the new value here at once. The previous value stays valid for two days, and Scalekit retries deliveries that were rejected in between. If a value leaked, store the new value twice, so that the leaked one is no longer accepted as AWSPREVIOUS.`,
			]
		: [];
	const poller = parts.poller
		? [
				`Authentication logs: store \`{"client_id": "…", "client_secret": "…"}\` of an API client of this environment in the secret whose name starts with \`${name}-api-credentials\`. To rotate it, create a new client secret in Scalekit, store it here, then delete the old one.`,
			]
		: [];
	return [
		"## Secrets",
		"The stack creates the secrets without values. Set and rotate them in Secrets Manager:",
		bullets([...receiver, ...poller]),
		"On the command line, without the value in the shell history (paste the value, then press Enter and Ctrl-D):",
		`\`aws secretsmanager put-secret-value --secret-id <ARN of the secret> --secret-string file:///dev/stdin${inRegion(region)}\``,
		"A trailing line break is ignored.",
	].join("\n\n");
}

function deadLetters({ name, parts, region }: Options): string {
	if (!parts.receiver) return "";
	const { deadLetters: queue, queue: events, runbook } = namesOf(name);
	const how = parts.runbook ? `Run the Automation document \`${runbook}\` with \`Redrive=yes\`, or:` : "Run:";
	return [
		"## Redrive the dead-letter queue",
		`Events that failed five times stay in the queue \`${queue}\` for fourteen days. Fix the cause, then move them back to \`${events}\`; no event is counted twice. ${how}`,
		`\`aws sqs start-message-move-task --source-arn <ARN of ${queue}>${inRegion(region)}\``,
		...(parts.runbook ? [mayRun(`${name}-runbook`)] : []),
	].join("\n\n");
}

/** The Region as a CLI option: the engineer's profile may have another one. */
function inRegion(region: string | undefined): string {
	return ` --region ${region ?? "<Region of this stack>"}`;
}

/** AWS Systems Manager, Automation user guide: Setting up Automation. */
function mayRun(role: string): string {
	return `Required permissions: \`ssm:StartAutomationExecution\` on the document and \`iam:PassRole\` on the role whose name starts with \`${role}\`.`;
}

function alarms(options: Options): string {
	const pages = pagingAlarmsFor(options).map(
		({ id, alarms }) => `\`${namesOf(options.name).alarm(id)}\`, if any of these is in ALARM: ${code(alarms)}`,
	);
	const paging = pages.length > 0 ? ["The on-call engineer is paged by:", bullets(pages)] : [];
	return ["## Alarms", ...paging, ...alarmsFor(options).map((id) => alarmSection(options, id))].join("\n\n");
}

function alarmSection({ name }: Options, id: AlarmId): string {
	const { severity, meaning, steps } = CATALOG[id];
	return [`### ${id}`, `\`${namesOf(name).alarm(id)}\`, ${severity}. ${meaning}`, numbered(steps)].join("\n\n");
}

const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join("\n");
