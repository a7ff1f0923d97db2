import { isFailedLoginMetricName, isFailedLoginPattern, isOtherLoginsPattern } from "../../../../signals/failed-login";
import type { Answer } from "../../../engine/answer";
import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { type MetricAlarmResource, type MetricFilterResource, watchedMetrics } from "./metrics";

/** Whether a metric filter counts failed logins, judging by its pattern and its metric's name. */
export function countsFailedLogins(filter: MetricFilterResource): Answer {
	return filter.memoize(filterCounts);
}

function filterCounts(filter: MetricFilterResource): Answer {
	const pattern = filter.read("pattern");
	if (pattern.isUnknown) return undetermined(pattern);
	if (isOtherLoginsPattern(pattern.text ?? "")) return false;
	if (isFailedLoginPattern(pattern.text ?? "")) return true;
	const name = filter.read("metricTransformation").read("name") as Reading;
	return name.isUnknown ? undetermined(name) : isFailedLoginMetricName(name.text ?? "");
}

/** Whether an alarm evaluates a failed-login metric, judging by the metric's name. */
export function watchesFailedLogins(alarm: MetricAlarmResource): Answer {
	return alarm.memoize(alarmWatches);
}

function alarmWatches(alarm: MetricAlarmResource): Answer {
	const metrics = watchedMetrics(alarm);
	const matching = metrics.filter(({ name }) => isFailedLoginMetricName(name.text ?? ""));
	if (matching.some(({ dependsOn }) => !dependsOn)) return true;
	const unknown = matching[0]?.dependsOn ?? metrics.find(({ name }) => name.isUnknown)?.name;
	return unknown ? undetermined(unknown) : false;
}
