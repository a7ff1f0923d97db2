import { isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import { groupBy } from "../../../engine/group-by";
import type { Reading } from "../../../engine/reading";
import type { Undetermined } from "../../../engine/verdict";
import { MetricAlarm, MetricFilter } from "../../../facts/resource-types";
import { wordsIn } from "../names";
import {
	type MetricAlarmResource,
	type MetricFilterResource,
	metricKey,
	publishedMetric,
	type WatchedMetric,
	watchedMetrics,
} from "./metrics";
import { compareMetrics, type Watch } from "./same-metric";

/** The alarms that evaluate a filter's metric. */
export interface Watchers {
	readonly alarms: readonly MetricAlarmResource[];
	/** An alarm that may evaluate it, and why that is undetermined. */
	readonly possible?: { readonly alarm: MetricAlarmResource; readonly verdict: Undetermined };
	/** An alarm for a metric of this name and namespace that never gets the filter's data, and why. */
	readonly mismatch?: { readonly alarm: MetricAlarmResource; readonly difference: string };
}

/** The filters that publish the metrics of an alarm. */
export interface Publishers {
	readonly filters: readonly MetricFilterResource[];
	/** Why further filters are undetermined. */
	readonly undetermined?: Undetermined;
}

/** Indexes alarms and filters by metric name, so that only those that may match are compared. */
function metricsIn(graph: ResourceGraph) {
	const outputsOf = (alarm: MetricAlarmResource, reading: Reading | undefined) =>
		reading?.isUnknown ? graph.follow(alarm, reading, MetricFilter).resources : [];
	const watches = graph.all(MetricAlarm).flatMap((alarm) =>
		watchedMetrics(alarm).map(
			(metric): Watch => ({
				alarm,
				metric,
				nameFrom: outputsOf(alarm, metric.name),
				namespaceFrom: outputsOf(alarm, metric.namespace),
			}),
		),
	);
	const published = graph.all(MetricFilter).map(publishedMetric);
	return {
		watches,
		watchesOf: groupBy(watches, ({ alarm }) => [alarm.urn]),
		watchesByName: groupBy(watches, ({ metric: { name, namespace } }) => (namespace ? [name.text ?? ""] : wordsIn(name.text ?? ""))),
		watchesByFilter: groupBy(watches, ({ nameFrom, namespaceFrom }) => [...nameFrom, ...namespaceFrom].map(({ urn }) => urn)),
		watchesWithUnknownName: watches.filter(({ metric }) => metric.name.isUnknown),
		published,
		publishedByName: groupBy(published, ({ name }) => [name.text ?? ""]),
		publishedWithUnknownName: published.filter(({ name }) => name.isUnknown),
		watchersByKey: new Map<string, Watchers>(),
		publishersByKey: new Map<string, Publishers>(),
	};
}

/** The alarms of the stack that evaluate a filter's metric. Filters with the same metric share one object. */
export function watchersOf(filter: MetricFilterResource, graph: ResourceGraph): Watchers {
	const metrics = graph.memoize(metricsIn);
	const byOutput = metrics.watchesByFilter.get(filter.urn) ?? [];
	const key = byOutput.length > 0 ? undefined : metricKey(graph.placementOf(filter), publishedMetric(filter));
	const known = key === undefined ? undefined : metrics.watchersByKey.get(key);
	if (known) return known;
	const watchers = findWatchers(filter, byOutput, graph);
	if (key !== undefined) metrics.watchersByKey.set(key, watchers);
	return watchers;
}

function findWatchers(filter: MetricFilterResource, byOutput: readonly Watch[], graph: ResourceGraph): Watchers {
	const metrics = graph.memoize(metricsIn);
	const published = publishedMetric(filter);
	const byName = published.name.isUnknown ? metrics.watches : (metrics.watchesByName.get(published.name.text ?? "") ?? []);
	const alarms = new Set<MetricAlarmResource>();
	let possible: Watchers["possible"];
	let mismatch: Watchers["mismatch"];
	for (const watch of chained(byOutput, byName, metrics.watchesWithUnknownName)) {
		const { same, difference } = compareMetrics(watch, published, graph);
		if (same === true) alarms.add(watch.alarm);
		else if (isUndetermined(same)) possible ??= { alarm: watch.alarm, verdict: same };
		else if (difference !== undefined) mismatch ??= { alarm: watch.alarm, difference };
		if (possible && (published.name.isUnknown || watch.metric.name.isUnknown)) break;
	}
	return { alarms: [...alarms], ...(possible && { possible }), ...(mismatch && { mismatch }) };
}

/** The filters of the stack that publish an alarm's metric. Alarms with the same metric share one object. */
export function publishersOf(alarm: MetricAlarmResource, graph: ResourceGraph): Publishers {
	const metrics = graph.memoize(metricsIn);
	const watches = metrics.watchesOf.get(alarm.urn) ?? [];
	const [only] = watches;
	const key = only && watches.length === 1 ? metricKey(graph.placementOf(alarm), only.metric) : undefined;
	const known = key === undefined ? undefined : metrics.publishersByKey.get(key);
	if (known) return known;
	const publishers = findPublishers(watches, graph);
	if (key !== undefined) metrics.publishersByKey.set(key, publishers);
	return publishers;
}

/** The filters of the stack that publish one metric of an alarm. */
export function publishersOfMetric(alarm: MetricAlarmResource, metric: WatchedMetric, graph: ResourceGraph): Publishers {
	const watches = graph.memoize(metricsIn).watchesOf.get(alarm.urn) ?? [];
	return findPublishers(
		watches.filter((watch) => watch.metric === metric),
		graph,
	);
}

function findPublishers(watches: readonly Watch[], graph: ResourceGraph): Publishers {
	const metrics = graph.memoize(metricsIn);
	const filters = new Set<MetricFilterResource>();
	let undetermined: Undetermined | undefined;
	for (const watch of watches) {
		const { name, namespace } = watch.metric;
		const byName = name.isUnknown
			? metrics.published
			: (namespace ? [name.text ?? ""] : wordsIn(name.text ?? "")).flatMap((word) => metrics.publishedByName.get(word) ?? []);
		const byOutput = [...watch.nameFrom, ...watch.namespaceFrom].map(publishedMetric);
		for (const published of chained(byOutput, byName, metrics.publishedWithUnknownName)) {
			const { same, difference } = compareMetrics(watch, published, graph);
			if (isUndetermined(same)) undetermined ??= same;
			else if (same || difference !== undefined) filters.add(published.filter);
			if (undetermined && (name.isUnknown || published.name.isUnknown)) break;
		}
	}
	return { filters: [...filters], ...(undetermined && { undetermined }) };
}

function* chained<T>(...lists: readonly (readonly T[])[]): Iterable<T> {
	for (const list of lists) yield* list;
}
