import { meaningOf } from "../../../signals/failed-login";
import type { ResourceGraph } from "../../engine/graph";
import { groupBy } from "../../engine/group-by";
import type { Reading } from "../../engine/reading";
import { MetricAlarm } from "../../facts/resource-types";
import { type FilterResource, type MetricAlarmResource, madeBy, watchedBy } from "./metrics";

interface Metric {
	readonly name: Reading;
	readonly namespace: Reading | undefined;
}

/** Whether two metrics of one meaning were meant to be the same one, and are not; `unseen`: that cannot be told. */
function differ(watched: Metric, made: Metric): "yes" | "no" | "unseen" {
	const apart = watched.namespace?.isKnown && made.namespace?.isKnown && watched.namespace.text !== made.namespace.text;
	if (apart && watched.name.text !== made.name.text) return "no";
	return watched.namespace?.isUnknown || made.namespace?.isUnknown ? "unseen" : "yes";
}

/** An alarm that was meant for a filter's metric, as its name and namespace say, and names another one. */
export function missedBy(filter: FilterResource, graph: ResourceGraph): MetricAlarmResource | undefined {
	const made = madeBy(filter);
	if (made.name.text === undefined) return undefined;
	const alike = graph.memoize(watchedByMeaning).get(meaningOf(made.name.text)) ?? [];
	return alike.find(({ metric }) => differ(metric, made) === "yes")?.alarm;
}

function watchedByMeaning(graph: ResourceGraph) {
	const metrics = graph.all(MetricAlarm).flatMap((alarm) => watchedBy(alarm).map((metric) => ({ alarm, metric })));
	const named = metrics.filter(({ metric }) => metric.namespace && metric.name.text !== undefined);
	return groupBy(named, ({ metric }) => [meaningOf(metric.name.text ?? "")]);
}

/** Tells of an alarm whether it may have been meant for the metric of one of these filters, which no alarm watches. */
export function mayMiss(unwatched: readonly FilterResource[]): (alarm: MetricAlarmResource) => boolean {
	const made = unwatched.map(madeBy);
	const unseen = made.some(({ name }) => name.isUnknown);
	const byMeaning = groupBy(made, ({ name }) => (name.text === undefined ? [] : [meaningOf(name.text)]));
	return (alarm) =>
		watchedBy(alarm).some((watched) => {
			if (made.length > 0 && (unseen || watched.name.isUnknown)) return true;
			if (!watched.namespace || watched.name.text === undefined) return false;
			return (byMeaning.get(meaningOf(watched.name.text)) ?? []).some((each) => differ(watched, each) !== "no");
		});
}
