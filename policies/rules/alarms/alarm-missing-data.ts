import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { isLoginMetricName } from "../../../signals/failed-login";
import { type Answer, isUndetermined, some } from "../../engine/answer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, notApplicable, pass, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { MetricAlarm } from "../../facts/resource-types";
import { countsFailedLogins, watchesFailedLogins } from "./metrics/login-metrics";
import { type Publishers, publishersOf } from "./metrics/watchers";

export const alarmMissingData = stackRule({
	id: "alarm-missing-data",
	title: "Login alarms treat missing data correctly",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [MetricAlarm],
	why: "Without failed logins there is no data, and a failure alarm must not fire. Without any logins there is no data either, and a no-data alarm must fire.",
	fix: 'Set treatMissingData to "notBreaching" for an alarm on failures, and to "breaching" for a no-data alarm.',
	whenNotToUse: "The metric is published in every period, with zero if nothing happens.",
	references: [
		{
			title: "CloudWatch, User Guide: Configuring how CloudWatch alarms treat missing data",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
		},
	],

	check(alarm, { graph }) {
		const queries = alarm.read("metricQueries");
		if (queries.isUnknown) return undetermined(queries);
		const operator = alarm.read("comparisonOperator");
		if (queries.items.length > 0 || alarm.read("metricName").isAbsent) return notApplicable("does not evaluate a single metric");
		const publishers = publishersOf(alarm, graph);
		const { counts, isSparse, unknownDefault } = graph.memoize(publishedData, publishers);
		const isOnFailures = some([watchesFailedLogins(alarm), counts]);
		if (isOnFailures !== true) {
			if (publishers.undetermined) return publishers.undetermined;
			if (isUndetermined(isOnFailures)) return isOnFailures;
		}
		if (operator.isUnknown) return undetermined(operator);
		if (isOnFailures && operator.text?.startsWith("GreaterThan"))
			return checkFailureAlarm(alarm, isSparse, unknownDefault ?? publishers.undetermined);
		if (!isOnFailures && operator.text?.startsWith("LessThan")) return checkNoDataAlarm(alarm, isSparse);
		return notApplicable("is neither an alarm on failed logins nor a no-data alarm");
	},
});

/** The data that the filters of one metric publish. */
interface PublishedData {
	/** Whether a filter counts failed logins. */
	readonly counts: Answer;
	/** True if a filter publishes no data for log lines that do not match. */
	readonly isSparse: boolean;
	readonly unknownDefault: Undetermined | undefined;
}

function publishedData(_graph: ResourceGraph, { filters }: Publishers): PublishedData {
	const defaults = filters.map((filter) => filter.read("metricTransformation").read("defaultValue") as Reading);
	const unknown = defaults.find((each) => each.isUnknown);
	return {
		counts: some(filters.map(countsFailedLogins)),
		isSparse: defaults.some((each) => each.isAbsent),
		unknownDefault: unknown && undetermined(unknown),
	};
}

/** @param unknown why it is undetermined whether the metric is sparse */
function checkFailureAlarm(alarm: Resource<MetricAlarmArgs>, isSparse: boolean, unknown: Undetermined | undefined): Verdict {
	const missing = alarm.read("treatMissingData").or("missing");
	if (missing.isUnknown) return undetermined(missing);
	if (missing.is("breaching")) return fail(missing, "fires whenever no login fails", 'Set treatMissingData to "notBreaching".');
	const effect = EFFECT_OF_MISSING_DATA[missing.text ?? ""];
	if (effect && isSparse) return fail(missing, effect, SET_DEFAULT);
	return effect && unknown ? unknown : pass();
}

/** The effect of treatMissingData on an alarm on failures. */
const EFFECT_OF_MISSING_DATA: Readonly<Record<string, string>> = {
	missing: "stays in INSUFFICIENT_DATA while no login fails, so it does not show whether it works",
	ignore: "stays in ALARM after it has fired, because missing data does not reset it, and does not fire again",
};

const SET_DEFAULT = 'Set treatMissingData to "notBreaching", or the filter\'s metricTransformation.defaultValue to "0".';

function checkNoDataAlarm(alarm: Resource<MetricAlarmArgs>, isSparse: boolean): Verdict {
	const [name, namespace, statistic] = [alarm.read("metricName"), alarm.read("namespace"), alarm.read("statistic")];
	if (namespace.isUnknown) return undetermined(namespace);
	if (statistic.isUnknown) return undetermined(statistic);
	if (namespace.text?.startsWith("AWS/") || !isLoginMetricName(name.text ?? "") || !statistic.is("Sum", "SampleCount"))
		return notApplicable("it is not a no-data alarm");
	const threshold = alarm.read("threshold");
	if (threshold.isUnknown) return undetermined(threshold);
	if ((threshold.number ?? Number.POSITIVE_INFINITY) > 1) return notApplicable("fires for few logins, not for none");
	const missing = alarm.read("treatMissingData").or("missing");
	if (missing.isUnknown) return undetermined(missing);
	if (missing.is("breaching")) return pass();
	if (missing.is("notBreaching"))
		return fail(missing, "is a no-data alarm that treats missing data as good", 'Set treatMissingData to "breaching".');
	const actions = alarm.read("insufficientDataActions");
	if (actions.isUnknown) return undetermined(actions);
	return isSparse && (missing.is("ignore") || actions.items.length === 0)
		? fail(missing, "is a no-data alarm that does not fire if nothing is logged", 'Set treatMissingData to "breaching".')
		: pass();
}
