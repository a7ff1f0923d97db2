import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { nameSaysFailedLogin, patternIsOfOtherLogins, patternSaysFailedLogin } from "../../../signals/failed-login";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { watchedBy } from "./watching";

/** True or false, or what would have to be known to tell. */
export type Told = boolean | Reading;

/** Whether a metric filter counts failed logins, as its pattern or its metric's name says. */
export function countsFailedLogins(filter: Resource<LogMetricFilterArgs>): Told {
	const pattern = filter.read("pattern");
	if (pattern.isUnknown) return pattern as Reading;
	if (patternIsOfOtherLogins(pattern.text ?? "")) return false;
	if (patternSaysFailedLogin(pattern.text ?? "")) return true;
	const name = filter.read("metricTransformation").read("name") as Reading;
	return name.isUnknown ? name : nameSaysFailedLogin(name.text ?? "");
}

/** Whether an alarm watches a metric whose name says that it counts failed logins. */
export function watchesFailedLogins(alarm: Resource<MetricAlarmArgs>): Told {
	const names = watchedBy(alarm).map((metric) => metric.name);
	if (names.some((name) => nameSaysFailedLogin(name.text ?? ""))) return true;
	return names.find((name) => name.isUnknown) ?? false;
}
