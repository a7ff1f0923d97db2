import { alarmsFor, CATALOG, pagesFor } from "../alarms/catalog";
import { type AlarmId, ROLLS_BACK } from "../alarms/ids";
import type { AuthMonitoringArgs } from "../args";
import { namesOf } from "../naming";
import { parseOptions } from "../option/explain";
import { type Options, optionsSchema } from "../options";
import { IN_A_TICKET, STATUS_PAGE, SUPPORT } from "./contacts";

/**
 * The runbook of a monitoring with these options, as Markdown: every alarm is in it that the options ask for, and no other.
 *
 * @throws OptionsError where options are wrong
 */
export function runbookMarkdown(args: AuthMonitoringArgs): string {
	return runbookOf(parseOptions(optionsSchema, args));
}

/** The same of options that were read before. */
export function runbookOf(options: Options): string {
	const sections = [heading(options), contacts(options), rollBack(options), secrets(options), deadLetters(options), alarms(options)];
	return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading({ name, parts }: Options): string {
	const seen = parts.dashboard ? `The dashboard \`${namesOf(name).dashboard}\` answers whether people are getting in, and why not.` : "";
	return [`# Runbook: logging in (${name})`, seen].filter(Boolean).join("\n\n");
}

function contacts({ runbook: { owner, escalation, supportChannel } }: Options): string {
	const ours = [`Owner: ${owner}`, ...escalation.map((contact) => `Then: ${contact}`)];
	const theirs = [
		`Scalekit: ${SUPPORT}`,
		...(supportChannel ? [`Scalekit, faster: ${supportChannel}`] : []),
		`Scalekit's status: ${STATUS_PAGE}`,
	];
	return [
		"## Whom to call",
		numbered([...ours, ...theirs]),
		"Go on to the next line where nobody answers within fifteen minutes, or where people still cannot log in after thirty.",
		"A ticket to Scalekit says:",
		bullets(IN_A_TICKET),
	].join("\n\n");
}

function rollBack(options: Options): string {
	const { name, parts, rollback, region } = options;
	const silenced = alarmsFor(options).filter((id) => ROLLS_BACK.includes(id));
	const { switch: document } = namesOf(name);
	const start = `aws ssm start-automation-execution --document-name ${document}${inRegion(region)}`;
	const ours = [
		`Run the Automation document \`${document}\` in Systems Manager: it switches the flag \`${rollback.flag}\` off for everybody at once, within minutes and whatever the alarms say.`,
		`The same by hand: \`${start}\`; with \`--parameters Enabled=true\` it switches on again.`,
		`It silences the alarms that watch the flag meanwhile, and lets them act again at its end. Should a run be cancelled: \`aws cloudwatch enable-alarm-actions --alarm-names ${silenced.map(namesOf(name).alarm).join(" ")}${inRegion(region)}\`.`,
		"The next update of this stack leaves the flag as it is.",
		mayRun(`${name}-switch`),
	];
	const scalekits = [
		"A connection that does harm: disable it in Scalekit's dashboard, under the organization's connections.",
		"Sessions that must end: revoke them in Scalekit, user by user, in the dashboard or with `POST /api/v1/sessions/{session_id}/revoke`.",
		"An interceptor that turns everybody away: set it to let people in when it fails, or disable it.",
	];
	return ["## Roll back", ...(parts.rollback ? [bullets(ours)] : []), "What Scalekit can switch:", bullets(scalekits)].join("\n\n");
}

function secrets({ name, parts, region }: Options): string {
	const receiver = parts.receiver
		? [
				`Webhooks: put the endpoint's signing secret (\`whsec_…\`, from Scalekit's dashboard) as it is into the secret whose name begins with \`${name}-webhook-secret\`. Scalekit makes it: after it made a new one, put that in here at once. The value before stays valid beside it for two days, and Scalekit delivers again what was refused in between. A value that leaked must not: put the new one in twice, so that it is the one before as well.`,
			]
		: [];
	const poller = parts.poller
		? [
				`Authentication logs: put \`{"client_id": "…", "client_secret": "…"}\` of an API client of this environment into the secret whose name begins with \`${name}-api-credentials\`. Make the new client secret in Scalekit first, then change it here, then delete the old one.`,
			]
		: [];
	return [
		"## Secrets",
		"They are made empty. Fill them in in Secrets Manager, and rotate them the same way:",
		bullets([...receiver, ...poller]),
		"By hand, so that no shell remembers the value (paste it, then Enter, then Ctrl-D):",
		`\`aws secretsmanager put-secret-value --secret-id <ARN of the secret> --secret-string file:///dev/stdin${inRegion(region)}\``,
		"A line break at the end does no harm.",
	].join("\n\n");
}

function deadLetters({ name, parts, region }: Options): string {
	if (!parts.receiver) return "";
	const { deadLetters: queue, queue: events, runbook } = namesOf(name);
	const how = parts.runbook ? `Run the Automation document \`${runbook}\` with \`Redrive=yes\`, or by hand:` : "By hand:";
	return [
		"## Send dead letters again",
		`Events that failed five times wait for fourteen days in the queue \`${queue}\`. Once what made them fail is mended, move them back to \`${events}\`; an event that was counted already is not counted twice. ${how}`,
		`\`aws sqs start-message-move-task --source-arn <ARN of ${queue}>${inRegion(region)}\``,
		...(parts.runbook ? [mayRun(`${name}-runbook`)] : []),
	].join("\n\n");
}

/** The Region as the command line takes it: one's own profile may name another. */
function inRegion(region: string | undefined): string {
	return ` --region ${region ?? "<Region of this stack>"}`;
}

/** AWS Systems Manager, Automation user guide: Setting up Automation. */
function mayRun(role: string): string {
	return `Whoever runs it needs \`ssm:StartAutomationExecution\` on the document and \`iam:PassRole\` on the role whose name begins with \`${role}\`.`;
}

function alarms(options: Options): string {
	const pages = pagesFor(options).map(
		({ id, alarms }) => `\`${namesOf(options.name).alarm(id)}\`, while any of these rings: ${code(alarms)}`,
	);
	const woken = pages.length > 0 ? ["Whoever is on call is woken by", bullets(pages)] : [];
	return ["## Alarms", ...woken, ...alarmsFor(options).map((id) => alarmSection(options, id))].join("\n\n");
}

function alarmSection({ name }: Options, id: AlarmId): string {
	const { severity, meaning, steps } = CATALOG[id];
	return [`### ${id}`, `\`${namesOf(name).alarm(id)}\`, ${severity}. ${meaning}`, numbered(steps)].join("\n\n");
}

const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join("\n");
