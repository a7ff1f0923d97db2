import { WITHOUT_ALARM } from "../../../signals/without-alarm";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { itemLink } from "../item-link";
import { blocks, code, generatedFrom, prose, table } from "../markdown";
import { alarmRows } from "./alarm-rows";
import { costOf, costRows, countsOf, METRICS_PER_CONNECTION_TYPE, PRICES, WEB_ACL_COST } from "./cost";
import { alarmsOf, defaultOptions } from "./default-alarms";
import { METRIC_LINES } from "./metric-lines";
import { optionRows } from "./option-rows";

const OPTION_HEAD = ["option", "meaning", "default"];

/** Options, alarms, metrics and cost of the monitoring, in tables. */
export function monitoringReferencePage(): string {
	return `${blocks(
		generatedFrom("signals/ and stacks/monitoring/"),
		"# AuthMonitoring: options, alarms, metrics, cost",
		"What it is for and how to run it is on [its own page](monitoring.md).",
		...options(),
		...alarms(),
		...metrics(),
		...cost(),
	)}\n`;
}

function options(): readonly string[] {
	return [
		"## Options",
		"In a program they are the arguments of `AuthMonitoring`; at the root of the repository they are keys of the stack's configuration (`pulumi config set --path alerts.emails[0] …`). A wrong one ends the update with a line for each.",
		table(OPTION_HEAD, optionRows(optionsSchema, ["thresholds"])),
		"### Thresholds",
		"`alarms` switches single alarms off (`alarms: { new-country: false }`); `thresholds` says at what they ring. The values are starting points: look at a week of your own numbers.",
		table(OPTION_HEAD, optionRows(optionsSchema.shape.thresholds, [], "thresholds.")),
	];
}

function alarms(): readonly string[] {
	const all = alarmsOf(defaultOptions({ application: { emits: true } }));
	return [
		"## Alarms",
		"Every alarm tells the notify topic when it rings and when it stops. Those whose severity goes to page (critical and high, unless `alerts.severities` says otherwise) ring the composite alarm of their theme as well (`<name>-page-logins`, `-webhooks`, `-machinery` or `-application`), and only composites tell the page topic: each once, when the first alarm behind it begins and when the last ends. What to do about each is in the [runbook](runbook.md). The last three are there with `application.emits`.",
		table(["alarm", "severity", "meaning", "rings", "where data is missing"], alarmRows(all)),
	];
}

function metrics(): readonly string[] {
	return [
		"## Metrics",
		"All are in the namespace `ScalekitAuth`, under the dimension `service`, whose value is the monitoring's name.",
		"**Read those of the publisher with the statistic Maximum and a period of 300 seconds, never with Sum.** Each of their datapoints but those of `PollerLag` is the total of its five-minute window so far, published again every minute: a sum would count the same login many times. For longer times add the maxima up, as metric math does with `RUNNING_SUM` over a period of 300. What others emit is one datapoint for each happening: `Sum`.",
		table(
			["metric", "lines", "one of it is", "statistic", "emitted by", "also by"],
			METRIC_LINES.map(([{ name, meaning, statistic, emitter, dimensionSets }, lines]) => [
				code(name),
				lines.map((id) => itemLink(id, "checklist.md")).join(", "),
				prose(meaning),
				statistic,
				emitter.replace("-", " "),
				dimensionSets.flatMap(([, by]) => (by ? [code(by)] : [])).join(", ") || "—",
			]),
		),
		"### Without an alarm of their own",
		table(
			["metric", "why"],
			WITHOUT_ALARM.map(({ metric, because }) => [code(metric.name), prose(because)]),
		),
	];
}

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

function cost(): readonly string[] {
	const standard = countsOf();
	const emitting = countsOf(defaultOptions({ application: { emits: true } }));
	return [
		"## Cost",
		"What it costs a month whatever happens, with the default options; us-east-1 list prices of 2026-11-23, free tiers left out. Other Regions have other prices.",
		table(
			["what", "how many", "a month"],
			[
				...costRows(standard).map(([what, many, amount]) => [what, String(many), dollars(amount)]),
				["**all**", "", `**${dollars(costOf(standard))}**`],
			],
		),
		[
			`- Each type of connection in which people log in adds ${METRICS_PER_CONNECTION_TYPE} custom metrics: ${dollars(METRICS_PER_CONNECTION_TYPE * PRICES.metric)}. Each reason for which webhooks are refused adds one, in the hours in which it occurs.`,
			`- \`application.emits\` adds ${dollars(costOf(emitting) - costOf(standard))}.`,
			`- A web ACL adds ${dollars(WEB_ACL_COST)}, and $0.60 for a million requests.`,
			"- Logs cost $0.50 a GB taken in, $0.12 a GB masked, and $0.03 a GB and month kept.",
			"- Deliveries cost by their number: $1 for a million requests to the API, about $0.63 for a million writes to the table, $0.03 for ten thousand requests to KMS.",
			"- Poller and publisher run once a minute each, about 88,000 runs a month; a second of each with 512 MB is 44,000 GB-seconds, a ninth of what Lambda gives for free.",
		].join("\n"),
	];
}
