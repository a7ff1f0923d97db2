import { normalizedName } from "../../../../signals/failed-login";
import type { ResourceGraph } from "../../../engine/graph";
import { groupBy } from "../../../engine/group-by";
import type { Reading } from "../../../engine/reading";
import { MetricAlarm } from "../../../facts/resource-types";
import { type MetricAlarmResource, type MetricFilterResource, publishedMetric, watchedMetrics } from "./metrics";

interface Metric {
	readonly name: Reading;
	readonly namespace: Reading | undefined;
}

/** Whether two metrics with names of the same meaning are probably meant to be the same, but differ; undefined if a namespace is unknown. */
function isNearMiss(watched: Metric, published: Metric): boolean | undefined {
	const otherNamespace = watched.namespace?.isKnown && published.namespace?.isKnown && watched.namespace.text !== published.namespace.text;
	if (otherNamespace && watched.name.text !== published.name.text) return false;
	return watched.namespace?.isUnknown || published.namespace?.isUnknown ? undefined : true;
}

/** An alarm that is probably meant for a filter's metric, but has another metric name or namespace. */
export function nearMissAlarm(filter: MetricFilterResource, graph: ResourceGraph): MetricAlarmResource | undefined {
	const published = publishedMetric(filter);
	if (published.name.text === undefined) return undefined;
	const alike = graph.memoize(watchedByMeaning).get(normalizedName(published.name.text)) ?? [];
	return alike.find(({ metric }) => isNearMiss(metric, published))?.alarm;
}

function watchedByMeaning(graph: ResourceGraph) {
	const metrics = graph.all(MetricAlarm).flatMap((alarm) => watchedMetrics(alarm).map((metric) => ({ alarm, metric })));
	const named = metrics.filter(({ metric }) => metric.namespace && metric.name.text !== undefined);
	return groupBy(named, ({ metric }) => [normalizedName(metric.name.text ?? "")]);
}

/**
 * A predicate that is true for an alarm that may be meant for the metric of one of these filters.
 *
 * @param unwatched filters whose metric no alarm evaluates
 */
export function mayBeMeantFor(unwatched: readonly MetricFilterResource[]): (alarm: MetricAlarmResource) => boolean {
	const published = unwatched.map(publishedMetric);
	const hasUnknownName = published.some(({ name }) => name.isUnknown);
	const byMeaning = groupBy(published, ({ name }) => (name.text === undefined ? [] : [normalizedName(name.text)]));
	return (alarm) =>
		watchedMetrics(alarm).some((watched) => {
			if (published.length > 0 && (hasUnknownName || watched.name.isUnknown)) return true;
			if (!watched.namespace || watched.name.text === undefined) return false;
			return (byMeaning.get(normalizedName(watched.name.text)) ?? []).some((each) => isNearMiss(watched, each) !== false);
		});
}
