import { nameSaysFailedLogin, patternIsOfOtherLogins, patternSaysFailedLogin } from "../../../signals/failed-login";
import type { Reading } from "../../engine/reading";
import { type FilterResource, type MetricAlarmResource, watchedBy } from "./metrics";

/** True or false, or what would have to be known to tell. */
export type Told = boolean | Reading;

/** Whether a metric filter counts failed logins, as its pattern or its metric's name says. */
export function countsFailedLogins(filter: FilterResource): Told {
	return filter.memoize(counts);
}

function counts(filter: FilterResource): Told {
	const pattern = filter.read("pattern");
	if (pattern.isUnknown) return pattern as Reading;
	if (patternIsOfOtherLogins(pattern.text ?? "")) return false;
	if (patternSaysFailedLogin(pattern.text ?? "")) return true;
	const name = filter.read("metricTransformation").read("name") as Reading;
	return name.isUnknown ? name : nameSaysFailedLogin(name.text ?? "");
}

/** Whether an alarm watches a metric whose name says that it counts failed logins. */
export function watchesFailedLogins(alarm: MetricAlarmResource): Told {
	return alarm.memoize(watches);
}

function watches(alarm: MetricAlarmResource): Told {
	const metrics = watchedBy(alarm);
	const saying = metrics.filter(({ name }) => nameSaysFailedLogin(name.text ?? ""));
	if (saying.some(({ doubt }) => !doubt)) return true;
	return saying[0]?.doubt ?? metrics.find(({ name }) => name.isUnknown)?.name ?? false;
}
