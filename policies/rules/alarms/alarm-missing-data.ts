import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { nameSaysLogin } from "../../../signals/failed-login";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { MetricAlarm } from "../../facts/resource-types";
import { countsFailedLogins, watchesFailedLogins } from "./login-metrics";
import { type Makers, makersOf } from "./watching";

export const alarmMissingData = stackRule({
	id: "alarm-missing-data",
	title: "Login alarms take silence for what it is",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [MetricAlarm],
	why: "No failed login means no data, which must not ring; no login at all means no data too, and that is when an alarm on silence must ring.",
	fix: 'Set treatMissingData to "notBreaching" where the alarm counts failures, and to "breaching" where it waits for silence.',
	whenNotToUse: "The metric is sent in every period, also when it is zero.",
	references: ["CloudWatch, User Guide: Configuring how CloudWatch alarms treat missing data"],

	check(alarm, { graph }) {
		const queries = alarm.read("metricQueries");
		if (queries.isUnknown) return undetermined(queries);
		const operator = alarm.read("comparisonOperator");
		const name = alarm.read("metricName");
		if (queries.items.length > 0 || name.isAbsent) return notApplicable("does not watch one metric by itself");
		const makers = makersOf(alarm, graph);
		const { open } = makers;
		const { counting, silent, hidden } = saidBy(makers, graph);
		const told = [watchesFailedLogins(alarm), counting];
		const failures = told.includes(true);
		const unseen = open ?? told.find((each) => typeof each !== "boolean");
		if (!failures && unseen) return undetermined(unseen as Reading);
		if (operator.isUnknown) return undetermined(operator);
		const upward = operator.text?.startsWith("GreaterThan") ?? false;
		if (failures && upward) return onFailures(alarm, silent, hidden ?? open);
		if (!failures && operator.text?.startsWith("LessThan")) return onSilence(alarm, silent);
		return notApplicable("neither counts failed logins nor waits for silence");
	},
});

/** What the filters of one metric say of it together. */
function saidBy(makers: Makers, graph: ResourceGraph) {
	const known = graph.memoize(sayings);
	const said = known.get(makers) ?? say(makers);
	known.set(makers, said);
	return said;
}

function sayings(): Map<Makers, ReturnType<typeof say>> {
	return new Map();
}

function say({ filters }: Makers) {
	const defaults = filters.map((filter) => filter.read("metricTransformation").read("defaultValue") as Reading);
	const told = filters.map(countsFailedLogins);
	const counting = told.includes(true) || (told.find((each) => typeof each !== "boolean") ?? false);
	return { counting, silent: defaults.some((each) => each.isAbsent), hidden: defaults.find((each) => each.isUnknown) };
}

/** @param silent a filter of the stack makes the metric, and sends nothing where nothing matches */
function onFailures(alarm: Resource<MetricAlarmArgs>, silent: boolean, open: Reading | undefined): Verdict {
	const missing = alarm.read("treatMissingData").or("missing");
	if (missing.isUnknown) return undetermined(missing);
	if (missing.is("breaching")) return fail(missing, "rings whenever nobody fails to log in", 'Set treatMissingData to "notBreaching".');
	const stuck = STUCK[missing.text ?? ""];
	if (stuck && silent) return fail(missing, stuck, RING_AGAIN);
	return stuck && open ? undetermined(open) : pass();
}

/** What an alarm does while nothing comes, by how it treats missing data. */
const STUCK: Readonly<Record<string, string>> = {
	missing: "stays in INSUFFICIENT_DATA while nobody fails to log in, so that nobody sees whether it works",
	ignore: "stays in ALARM once it has rung, since silence does not end it, and never rings again",
};

const RING_AGAIN = 'Set treatMissingData to "notBreaching", or the filter\'s metricTransformation.defaultValue to "0".';

function onSilence(alarm: Resource<MetricAlarmArgs>, silent: boolean): Verdict {
	const [name, namespace, statistic] = [alarm.read("metricName"), alarm.read("namespace"), alarm.read("statistic")];
	if (namespace.isUnknown) return undetermined(namespace);
	if (statistic.isUnknown) return undetermined(statistic);
	if (namespace.text?.startsWith("AWS/") || !nameSaysLogin(name.text ?? "") || !statistic.is("Sum", "SampleCount"))
		return notApplicable("does not wait for silence");
	const threshold = alarm.read("threshold");
	if (threshold.isUnknown) return undetermined(threshold);
	if ((threshold.number ?? Number.POSITIVE_INFINITY) > 1) return notApplicable("waits for few logins, not for none");
	const missing = alarm.read("treatMissingData").or("missing");
	if (missing.isUnknown) return undetermined(missing);
	if (missing.is("breaching")) return pass();
	if (missing.is("notBreaching"))
		return fail(missing, "waits for silence, and takes silence for a good sign", 'Set treatMissingData to "breaching".');
	const told = alarm.read("insufficientDataActions");
	if (told.isUnknown) return undetermined(told);
	return silent && (missing.is("ignore") || told.items.length === 0)
		? fail(missing, "waits for silence, and does not ring when nothing is logged at all", 'Set treatMissingData to "breaching".')
		: pass();
}
