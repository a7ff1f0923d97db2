import { WITHOUT_ALARM } from "../../../signals/without-alarm";
import { optionsSchema } from "../../../stacks/monitoring/options";
import { itemLink } from "../item-link";
import { blocks, code, generatedFrom, prose, table } from "../markdown";
import { alarmRows } from "./alarm-rows";
import { costOf, costRows, countsOf, METRICS_PER_CONNECTION_TYPE, PRICES, WEB_ACL_COST } from "./cost";
import { alarmsOf, defaultOptions } from "./default-alarms";
import { METRIC_ITEMS } from "./metric-lines";
import { optionRows } from "./option-rows";

const OPTION_HEAD = ["option", "meaning", "default"];

/** Options, alarms, metrics and cost of AuthMonitoring, as tables. */
export function monitoringReferencePage(): string {
	return `${blocks(
		generatedFrom("signals/ and stacks/monitoring/"),
		"# AuthMonitoring: options, alarms, metrics, cost",
		"Purpose and operation are described in [AuthMonitoring](monitoring.md).",
		...options(),
		...alarms(),
		...metrics(),
		...cost(),
	)}\n`;
}

function options(): readonly string[] {
	return [
		"## Options",
		"In a program they are the arguments of `AuthMonitoring`; in a clone of this repository they are keys of the stack's configuration (`pulumi config set --path alerts.emails[0] …`). Invalid options stop the program with a line for each.",
		table(OPTION_HEAD, optionRows(optionsSchema, ["thresholds"])),
		"### Thresholds",
		"`thresholds` sets the alarm thresholds, and `alarms` disables single alarms (`alarms: { new-country: false }`). The defaults are estimates: [tune them](monitoring.md#tune-the-thresholds) after a week.",
		table(OPTION_HEAD, optionRows(optionsSchema.shape.thresholds, [], "thresholds.")),
	];
}

function alarms(): readonly string[] {
	const all = alarmsOf(defaultOptions({ application: { emits: true } }));
	return [
		"## Alarms",
		"Every alarm notifies the notify topic when it enters and leaves ALARM. Alarms with a severity that pages (critical and high, unless `alerts.severities` changes it) are also children of their group's composite alarm (`<name>-page-logins`, `-webhooks`, `-pipeline` or `-application`). Only composite alarms notify the page topic: when the first child enters ALARM and when the last one leaves it. The [runbook](runbook.md) has the steps for each alarm. The last three alarms require `application.emits`.",
		table(["alarm", "severity", "meaning", "condition", "missing data"], alarmRows(all)),
	];
}

function metrics(): readonly string[] {
	return [
		"## Metrics",
		"All metrics are in the namespace `ScalekitAuth`, with the dimension `service`, whose value is the deployment's name.",
		"**Query the publisher's metrics with the statistic Maximum and a period of 300 seconds, never with Sum.** Except for `PollerLag`, each datapoint is the total of its five-minute window so far, published again every minute: a sum would count the same login several times. For longer ranges add the maxima, for example with the metric math function `RUNNING_SUM` over a period of 300. The metrics of other sources have one datapoint per occurrence: use `Sum`.",
		table(
			["metric", "items", "meaning", "statistic", "source", "second dimension"],
			METRIC_ITEMS.map(([{ name, meaning, statistic, source, dimensionSets }, lines]) => [
				code(name),
				lines.map((id) => itemLink(id, "checklist.md")).join(", "),
				prose(meaning),
				statistic,
				source.replace("-", " "),
				dimensionSets.flatMap(([, by]) => (by ? [code(by)] : [])).join(", ") || "—",
			]),
		),
		"### Metrics without an alarm",
		table(
			["metric", "why"],
			WITHOUT_ALARM.map(({ metric, reason }) => [code(metric.name), prose(reason)]),
		),
	];
}

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

function cost(): readonly string[] {
	const standard = countsOf();
	const emitting = countsOf(defaultOptions({ application: { emits: true } }));
	return [
		"## Cost",
		"Fixed cost per month with the default options; us-east-1 list prices of 2026-11-23, without free tiers. Prices differ by Region.",
		table(
			["resource", "number", "per month"],
			[
				...costRows(standard).map(([what, many, amount]) => [what, String(many), dollars(amount)]),
				["**total**", "", `**${dollars(costOf(standard))}**`],
			],
		),
		[
			`- Each connection type in use adds ${METRICS_PER_CONNECTION_TYPE} custom metrics: ${dollars(METRICS_PER_CONNECTION_TYPE * PRICES.metric)}. Each reason of rejected webhooks adds one, in the hours in which it occurs.`,
			`- \`application.emits\` adds ${dollars(costOf(emitting) - costOf(standard))}.`,
			`- A web ACL adds ${dollars(WEB_ACL_COST)}, and $0.60 per million requests.`,
			"- Logs cost $0.50 per GB ingested, $0.12 per GB masked, and $0.03 per GB and month stored.",
			"- Deliveries cost $1 per million API requests, about $0.63 per million table writes, and $0.03 per ten thousand KMS requests.",
			"- Poller and publisher each run once a minute, about 88,000 invocations per month; one second each with 512 MB is 44,000 GB-seconds, a ninth of Lambda's free tier.",
		].join("\n"),
	];
}
